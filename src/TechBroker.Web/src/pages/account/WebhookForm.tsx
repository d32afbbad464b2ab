import { Button, Form, Input } from 'antd'
import { api, bodyOf } from '../../api/client'
import { useI18n } from '../../i18n'
import { Trouble } from '../../shared/Trouble'
import { useProblemForm } from '../../shared/useProblemForm'
import { KindPicker } from './KindPicker'
import { kindsFor } from './kinds'

interface NewWebhook {
  url: string
  kinds: string[]
}

export function WebhookForm({ done, cancel, centre }: { done: (secret: string) => void; cancel: () => void; centre: boolean }) {
  const { t } = useI18n()
  const { form, busy, problem, submit } = useProblemForm<NewWebhook>(async ({ url, kinds }) =>
    done((await bodyOf(api.POST('/api/v1/webhooks', { body: { url: url.trim(), kinds } }))).secret ?? ''))
  return (
    <Form<NewWebhook>
      form={form}
      name="webhook"
      layout="vertical"
      requiredMark={false}
      initialValues={{ kinds: kindsFor(centre).flatMap(group => group.kinds.map(([code]) => code)) }}
      onFinish={values => void submit(values)}
    >
      <Form.Item name="url" label={t('settings.webhookUrl')} extra={t('settings.webhookUrlText')} rules={[{ required: true, whitespace: true, message: t('settings.webhookUrlMissing') }]}>
        <Input type="url" placeholder="https://" autoFocus autoComplete="off" maxLength={2000} />
      </Form.Item>
      <Form.Item name="kinds" label={t('settings.webhookKinds')}>
        <KindPicker centre={centre} />
      </Form.Item>
      {problem ? <Trouble problem={problem} /> : null}
      <div className="row">
        <Button type="primary" htmlType="submit" loading={busy}>{t('settings.webhookAdd')}</Button>
        <Button onClick={cancel}>{t('account.cancel')}</Button>
      </div>
    </Form>
  )
}
