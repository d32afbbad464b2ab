import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { api } from '../../api/client'
import { useI18n } from '../../i18n'
import { Trouble } from '../../shared/Trouble'
import { useProblemForm } from '../../shared/useProblemForm'
import { useTitle } from '../../shared/useTitle'

/** The answer is the same whether there is such an account or not. */
export function Component() {
  const { t } = useI18n()
  const [sent, setSent] = useState(false)
  useTitle(t('forgot.title'))
  const { form, busy, problem, submit } = useProblemForm<{ email: string }>(async body => {
    await api.POST('/api/v1/auth/forgot', { body })
    setSent(true)
  })
  const back = <p className="form-link"><Link to="/sign-in">{t('forgot.back')}</Link></p>
  return (
    <div className="page narrow">
      <div className="card sign-in">
        {sent ? <><h1>{t('forgot.sent')}</h1><p role="status">{t('forgot.sentText')}</p>{back}</> : (
          <>
            <h1>{t('forgot.title')}</h1>
            <p>{t('forgot.text')}</p>
            <Form form={form} name="forgot" layout="vertical" requiredMark={false} onFinish={values => void submit(values)}>
              <Form.Item name="email" label={t('signIn.email')} rules={[{ required: true, whitespace: true, message: t('signIn.emailMissing') }]}>
                <Input type="email" autoComplete="username" autoFocus size="large" />
              </Form.Item>
              {problem ? <Trouble problem={problem} /> : null}
              <Button type="primary" htmlType="submit" size="large" block loading={busy}>{t('forgot.send')}</Button>
            </Form>
            {back}
          </>
        )}
      </div>
    </div>
  )
}
