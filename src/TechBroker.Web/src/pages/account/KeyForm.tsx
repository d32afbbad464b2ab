import { Button, Form, Input, Radio, Select } from 'antd'
import dayjs from 'dayjs'
import { api, bodyOf } from '../../api/client'
import { useI18n } from '../../i18n'
import { Trouble } from '../../shared/Trouble'
import { useProblemForm } from '../../shared/useProblemForm'

interface NewKey {
  name: string
  scope: string
  days: number
}

// The API takes at most 366 days.
const lifetimes = [7, 30, 90, 180, 365]
const usual = 90

export function KeyForm({ done, cancel }: { done: (secret: string) => void; cancel: () => void }) {
  const { t, day } = useI18n()
  const { form, busy, problem, submit } = useProblemForm<NewKey>(async ({ name, scope, days }) => {
    const made = await bodyOf(api.POST('/api/v1/me/api-keys', { body: { name, scope, expiresAt: dayjs().add(days, 'day').toISOString() } }))
    done(made.key ?? '')
  })
  return (
    <Form<NewKey> form={form} name="key" layout="vertical" className="account-form" requiredMark={false} initialValues={{ scope: 'read', days: usual }} onFinish={values => void submit(values)}>
      <Form.Item name="name" label={t('account.keyName')} extra={t('account.keyNameText')} rules={[{ required: true, whitespace: true, message: t('account.keyNameMissing') }]}>
        <Input maxLength={100} autoFocus autoComplete="off" />
      </Form.Item>
      <Form.Item name="scope" label={t('account.scope')}>
        <Radio.Group
          vertical
          options={[
            { value: 'read', label: t('account.scopeReadText') },
            { value: 'write', label: t('account.scopeWriteText') },
          ]}
        />
      </Form.Item>
      <Form.Item name="days" label={t('account.keyLifetime')}>
        <Select options={lifetimes.map(days => ({ value: days, label: t('account.keyDays', { n: days, day: day(dayjs().add(days, 'day').toISOString()) }) }))} />
      </Form.Item>
      {problem ? <Trouble problem={problem} /> : null}
      <div className="row">
        <Button type="primary" htmlType="submit" loading={busy}>{t('account.keyMake')}</Button>
        <Button onClick={cancel}>{t('account.cancel')}</Button>
      </div>
    </Form>
  )
}
