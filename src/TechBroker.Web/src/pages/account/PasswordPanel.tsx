import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input } from 'antd'
import { api } from '../../api/client'
import { useSession } from '../../app/session'
import { useI18n } from '../../i18n'
import { Trouble } from '../../shared/Trouble'
import { useProblemForm } from '../../shared/useProblemForm'
import { Panel } from './Sections'

interface NewPassword {
  currentPassword: string
  newPassword: string
  again: string
}

export function PasswordPanel() {
  const { t } = useI18n()
  const { me } = useSession()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const { form, busy, problem, submit } = useProblemForm<NewPassword>(async ({ currentPassword, newPassword }) => {
    await api.POST('/api/v1/me/password', { body: { currentPassword, newPassword } })
    form.resetFields()
    void queries.invalidateQueries({ queryKey: ['me', 'sessions'] })
    void message.success(t('account.passwordChanged'))
  })
  return (
    <Panel title={t('account.password')} text={t('account.passwordText')}>
      <Form<NewPassword> form={form} name="password" layout="vertical" className="account-form" requiredMark={false} onFinish={values => void submit(values)}>
        {/* Password stores learn whose password it is. */}
        <input type="text" name="username" autoComplete="username" value={me?.email ?? ''} readOnly hidden />
        <Form.Item name="currentPassword" label={t('account.currentPassword')} rules={[{ required: true, message: t('signIn.passwordMissing') }]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Form.Item name="newPassword" label={t('account.newPassword')} extra={t('account.newPasswordText')} rules={[{ required: true, message: t('signIn.passwordMissing') }]}>
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          name="again"
          label={t('account.passwordAgain')}
          dependencies={['newPassword']}
          rules={[{ validator: (_, value: string) => (value === form.getFieldValue('newPassword') ? Promise.resolve() : Promise.reject(new Error(t('account.passwordsDiffer')))) }]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        {problem ? <Trouble problem={problem} /> : null}
        <Button type="primary" htmlType="submit" loading={busy}>{t('account.changePassword')}</Button>
      </Form>
    </Panel>
  )
}
