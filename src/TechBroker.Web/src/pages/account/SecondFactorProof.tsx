import { Button, Form, Input } from 'antd'
import { useI18n } from '../../i18n'
import { Trouble } from '../../shared/Trouble'
import { useProblemForm } from '../../shared/useProblemForm'

interface Proof {
  password: string
  code: string
}

/** Password and a code, before anything about the second factor changes. */
export function SecondFactorProof(props: { send: (proof: Proof) => Promise<void>; button: string; danger?: boolean; cancel: () => void }) {
  const { t } = useI18n()
  const { form, busy, problem, submit } = useProblemForm<Proof>(props.send)
  return (
    <Form<Proof> form={form} name="proof" layout="vertical" className="account-form" requiredMark={false} onFinish={values => void submit(values)}>
      <Form.Item name="password" label={t('account.currentPassword')} rules={[{ required: true, message: t('signIn.passwordMissing') }]}>
        <Input.Password autoComplete="current-password" autoFocus />
      </Form.Item>
      <Form.Item name="code" label={t('account.codeOrRecovery')} rules={[{ required: true, whitespace: true, message: t('signIn.codeMissing') }]}>
        <Input autoComplete="one-time-code" />
      </Form.Item>
      {problem ? <Trouble problem={problem} /> : null}
      <div className="row">
        <Button type="primary" danger={props.danger} htmlType="submit" loading={busy}>{props.button}</Button>
        <Button onClick={props.cancel}>{t('account.cancel')}</Button>
      </div>
    </Form>
  )
}
