import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input } from 'antd'
import { useI18n } from '../../../i18n'
import { TermSelect } from '../../../shared/fields/TermSelect'

/** The rights behind a result, a row each. */
export function RightsInput() {
  const { t } = useI18n()
  return (
    <Form.List name="ip">
      {(rows, { add, remove }, { errors }) => (
        <div role="group" aria-label={t('market.ip')}>
          {rows.map(({ key, name }, i) => (
            <div key={key} className="forms-right">
              <Form.Item name={[name, 'type']} label={t('forms.ip.type')} rules={[{ required: true, message: t('forms.ip.typeMissing') }]}>
                <TermSelect vocabulary="ip-types" />
              </Form.Item>
              <Form.Item name={[name, 'number']} label={t('forms.ip.number')}>
                <Input placeholder="ZL202310012345.6" maxLength={100} />
              </Form.Item>
              <Form.Item name={[name, 'status']} label={t('forms.ip.status')}>
                <TermSelect vocabulary="ip-statuses" />
              </Form.Item>
              <Button type="text" icon={<DeleteOutlined />} aria-label={t('forms.ip.remove', { n: i + 1 })} onClick={() => remove(name)} />
            </div>
          ))}
          <Form.ErrorList errors={errors} />
          <Button type="dashed" icon={<PlusOutlined />} onClick={() => add({ type: 'patent', number: '', status: null })}>{t('forms.ip.add')}</Button>
        </div>
      )}
    </Form.List>
  )
}
