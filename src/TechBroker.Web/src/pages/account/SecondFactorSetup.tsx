import { Button, Form, Input, QRCode, Typography } from 'antd'
import { useState } from 'react'
import { api, bodyOf, type Schema } from '../../api/client'
import { useI18n } from '../../i18n'
import { Trouble } from '../../shared/Trouble'
import { useProblemForm } from '../../shared/useProblemForm'

const qrSize = 168

/** First the password, then the secret for the phone and a code that shows that it arrived. */
export function SecondFactorSetup({ done, cancel }: { done: (recoveryCodes: string[]) => void; cancel: () => void }) {
  const [secret, setSecret] = useState<Schema['SecondFactorSecretBody']>()
  return secret ? <Confirm secret={secret} done={done} cancel={cancel} /> : <AskPassword done={setSecret} cancel={cancel} />
}

function AskPassword({ done, cancel }: { done: (secret: Schema['SecondFactorSecretBody']) => void; cancel: () => void }) {
  const { t } = useI18n()
  const { form, busy, problem, submit } = useProblemForm<{ password: string }>(async body => done(await bodyOf(api.POST('/api/v1/me/second-factor', { body }))))
  return (
    <Form form={form} name="factor-password" layout="vertical" className="account-form" requiredMark={false} onFinish={values => void submit(values)}>
      <Form.Item name="password" label={t('account.currentPassword')} extra={t('account.factorNeedsPassword')} rules={[{ required: true, message: t('signIn.passwordMissing') }]}>
        <Input.Password autoComplete="current-password" autoFocus />
      </Form.Item>
      {problem ? <Trouble problem={problem} /> : null}
      <div className="row">
        <Button type="primary" htmlType="submit" loading={busy}>{t('account.next')}</Button>
        <Button onClick={cancel}>{t('account.cancel')}</Button>
      </div>
    </Form>
  )
}

function Confirm({ secret, done, cancel }: { secret: Schema['SecondFactorSecretBody']; done: (recoveryCodes: string[]) => void; cancel: () => void }) {
  const { t } = useI18n()
  const { form, busy, problem, submit } = useProblemForm<{ code: string }>(async ({ code }) =>
    done((await bodyOf(api.POST('/api/v1/me/second-factor/confirm', { body: { code: code.replace(/\s/g, '') } }))).recoveryCodes))
  return (
    <ol className="account-steps">
      <li>
        <p>{t('account.factorScan')}</p>
        <div className="account-qr"><QRCode type="svg" value={secret.uri} size={qrSize} color="#000" bgColor="#fff" bordered={false} /></div>
        <p className="quiet">{t('account.factorType')}</p>
        <Typography.Text code copyable={{ text: secret.secret, tooltips: [t('copy.do'), t('copy.done')] }} className="account-secret">{inFours(secret.secret)}</Typography.Text>
      </li>
      <li>
        <Form form={form} name="factor-code" layout="vertical" className="account-form" requiredMark={false} onFinish={values => void submit(values)}>
          <Form.Item name="code" label={t('account.factorCode')} extra={t('signIn.codeText')} rules={[{ required: true, whitespace: true, message: t('signIn.codeMissing') }]}>
            <Input autoComplete="one-time-code" inputMode="numeric" maxLength={7} />
          </Form.Item>
          {problem ? <Trouble problem={problem} /> : null}
          <div className="row">
            <Button type="primary" htmlType="submit" loading={busy}>{t('account.factorTurnOn')}</Button>
            <Button onClick={cancel}>{t('account.cancel')}</Button>
          </div>
        </Form>
      </li>
    </ol>
  )
}

/** Easier to type off a screen. */
function inFours(secret: string) {
  return secret.replace(/(.{4})(?=.)/g, '$1 ')
}
