import { App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { api } from '../../api/client'
import { removeLeftovers } from '../../app/leftovers'
import { useSession } from '../../app/session'
import { useI18n } from '../../i18n'
import { Trouble } from '../../shared/Trouble'
import { useProblemForm } from '../../shared/useProblemForm'
import { Panel } from './Sections'

interface Proof {
  address: string
  password: string
}

/** For good: the address typed once more, and the password. */
export function DeleteAccount() {
  const { t } = useI18n()
  const { me, signOut } = useSession()
  const { modal } = App.useApp()
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  const { form, busy, problem, submit } = useProblemForm<Proof>(async ({ password }) => {
    await api.DELETE('/api/v1/me', { body: { password } })
    removeLeftovers(me!.id)
    await modal.success({ title: t('account.deleted'), content: t('account.deletedText'), okText: t('error.home') })
    await navigate('/', { replace: true })
    await signOut()
  })
  const email = me?.email ?? ''
  const isSame = (typed: string | undefined) => typed?.trim().toLowerCase() === email.toLowerCase()
  return (
    <Panel danger title={t('account.delete')} text={t('account.deleteText')}>
      {open ? (
        <Form<Proof> form={form} name="delete" layout="vertical" className="account-form" requiredMark={false} onFinish={values => void submit(values)}>
          <Form.Item
            name="address"
            label={t('account.deleteType', { email })}
            rules={[{ validator: (_, typed: string) => (isSame(typed) ? Promise.resolve() : Promise.reject(new Error(t('account.deleteDiffers')))) }]}
          >
            <Input autoComplete="off" autoFocus />
          </Form.Item>
          <Form.Item name="password" label={t('account.currentPassword')} rules={[{ required: true, message: t('signIn.passwordMissing') }]}>
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          {problem ? <Trouble problem={problem} /> : null}
          <div className="row">
            <Button type="primary" danger htmlType="submit" loading={busy}>{t('account.deleteForGood')}</Button>
            <Button onClick={() => setOpen(false)}>{t('account.cancel')}</Button>
          </div>
        </Form>
      ) : <div><Button danger onClick={() => setOpen(true)}>{t('account.deleteBegin')}</Button></div>}
    </Panel>
  )
}
