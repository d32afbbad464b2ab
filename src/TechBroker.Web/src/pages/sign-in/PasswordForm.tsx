import { Button, Form, Input } from 'antd'
import { Link } from 'react-router'
import { useI18n } from '../../i18n'
import { Trouble } from '../../shared/Trouble'
import { useProblemForm } from '../../shared/useProblemForm'

export interface Credentials {
  email: string
  password: string
}

/** `email` where it is known who comes back. */
export function PasswordForm({ send, email }: { send: (credentials: Credentials) => Promise<void>; email?: string }) {
  const { t } = useI18n()
  const { form, busy, problem, submit } = useProblemForm<Credentials>(send)
  return (
    <Form<Credentials> form={form} name="sign-in" layout="vertical" requiredMark={false} initialValues={{ email }} onFinish={values => void submit(values)} scrollToFirstError>
      <Form.Item name="email" label={t('signIn.email')} rules={[{ required: true, whitespace: true, message: t('signIn.emailMissing') }]}>
        <Input type="email" autoComplete="username" autoFocus size="large" />
      </Form.Item>
      <Form.Item name="password" label={t('signIn.password')} rules={[{ required: true, message: t('signIn.passwordMissing') }]}>
        <Input.Password autoComplete="current-password" size="large" />
      </Form.Item>
      {problem ? <Trouble problem={problem} /> : null}
      <Button type="primary" htmlType="submit" size="large" block loading={busy}>{t('session.signIn')}</Button>
      <p className="form-link"><Link to="/forgot-password">{t('signIn.forgot')}</Link></p>
    </Form>
  )
}
