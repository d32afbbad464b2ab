import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useI18n } from '../../i18n'
import { Trouble } from '../../shared/Trouble'
import { useProblemForm } from '../../shared/useProblemForm'
import type { Proof } from './useSignIn'

/** The authenticator's six digits, or one of the recovery codes where the phone is lost. */
export function CodeForm({ send, back }: { send: (proof: Proof) => Promise<void>; back: () => void }) {
  const { t } = useI18n()
  const [recovery, setRecovery] = useState(false)
  const { form, busy, problem, submit, clear } = useProblemForm<Proof>(send)
  const rules = [{ required: true, whitespace: true, message: t('signIn.codeMissing') }]
  const change = () => {
    clear()
    setRecovery(!recovery)
  }
  return (
    <Form<Proof> form={form} name="sign-in-code" layout="vertical" requiredMark={false} onFinish={values => void submit(values)}>
      {recovery ? (
        <Form.Item key="recovery" name="recoveryCode" label={t('signIn.recoveryCode')} rules={rules}>
          <Input autoFocus autoComplete="off" size="large" />
        </Form.Item>
      ) : (
        <Form.Item key="code" name="code" label={t('signIn.code')} extra={t('signIn.codeText')} rules={rules}>
          <Input autoFocus autoComplete="one-time-code" inputMode="numeric" maxLength={6} size="large" />
        </Form.Item>
      )}
      {problem ? <Trouble problem={problem} /> : null}
      <Button type="primary" htmlType="submit" size="large" block loading={busy}>{t('signIn.confirm')}</Button>
      <div className="form-link">
        <Button type="link" onClick={change}>{t(recovery ? 'signIn.useCode' : 'signIn.useRecovery')}</Button>
        <Button type="link" onClick={back}>{t('signIn.back')}</Button>
      </div>
    </Form>
  )
}
