import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { AutoComplete, Button, Form, Input, Select } from 'antd'
import { useI18n } from '../../../i18n'
import { emptyFigure, relations, sayFigure, units, type Figure } from './figures'

/** Figures that an answer must meet, a row each: what, how much, in which unit. */
export function FiguresInput() {
  const { t, language } = useI18n()
  const figures = Form.useWatch<Figure[] | undefined>(['answers', 'figures'])
  return (
    <Form.List name={['answers', 'figures']}>
      {(rows, { add, remove }) => (
        <div role="group" aria-label={t('forms.need.figures')}>
          {rows.map(({ key, name }, i) => (
            <div key={key} className="forms-figure">
              <Form.Item name={[name, 'quantity']} label={t('forms.figure.quantity')}>
                <Input maxLength={60} placeholder={t('forms.figure.quantityHint')} />
              </Form.Item>
              <Form.Item name={[name, 'relation']} label={t('forms.figure.relation')}>
                <Select options={relations.map(value => ({ value, label: t(`forms.figure.${value}`) }))} />
              </Form.Item>
              <div className="forms-range">
                <Form.Item name={[name, 'value']} label={t('forms.figure.value')} style={{ flex: 1 }}>
                  <Input inputMode="decimal" maxLength={20} />
                </Form.Item>
                {figures?.[name]?.relation === 'range' ? (
                  <Form.Item name={[name, 'to']} label={t('forms.figure.to')} style={{ flex: 1 }}>
                    <Input inputMode="decimal" maxLength={20} />
                  </Form.Item>
                ) : null}
              </div>
              <Form.Item name={[name, 'unit']} label={t('forms.figure.unit')}>
                <AutoComplete
                  options={units[language].map(value => ({ value }))}
                  showSearch={{ filterOption: (typed, option) => String(option?.value ?? '').toLowerCase().startsWith(typed.toLowerCase()) }}
                  popupMatchSelectWidth={140}
                />
              </Form.Item>
              <Button type="text" icon={<DeleteOutlined />} aria-label={t('forms.figure.remove', { n: i + 1 })} onClick={() => remove(name)} />
            </div>
          ))}
          <div className="row">
            <Button type="dashed" icon={<PlusOutlined />} onClick={() => add(emptyFigure)}>{t('forms.figure.add')}</Button>
            <span className="forms-hint">{figures?.map(figure => sayFigure({ ...emptyFigure, ...figure })).filter(Boolean).join(t('list.comma'))}</span>
          </div>
        </div>
      )}
    </Form.List>
  )
}
