import { UserOutlined } from '@ant-design/icons'
import { App, Button, Popover } from 'antd'
import { useState } from 'react'
import { Link, useLocation, useNavigate } from 'react-router'
import type { Me } from '../api/client'
import { useI18n, type TextKey } from '../i18n'
import { useProblemText } from '../shared/problemText'
import { useSession } from './session'

export function AccountMenu() {
  const { t } = useI18n()
  const { me } = useSession()
  const { pathname, search } = useLocation()
  if (me === undefined) {
    return null
  }
  if (me) {
    return <Account me={me} />
  }
  const to = pathname === '/' || pathname === '/sign-in' ? '' : `?to=${encodeURIComponent(pathname + search)}`
  return <Link to={`/sign-in${to}`} className="sign-in-link">{t('session.signIn')}</Link>
}

function Account({ me }: { me: Me }) {
  const { t } = useI18n()
  const { signOut } = useSession()
  const { message } = App.useApp()
  const [open, setOpen] = useState(false)
  const problemText = useProblemText()
  const navigate = useNavigate()

  const leave = async () => {
    try {
      await signOut()
      setOpen(false)
      await navigate('/')
    } catch (problem) {
      message.error(problemText(problem))
    }
  }

  const card = (
    <div className="account-card">
      <strong>{me.displayName}</strong>
      <span className="quiet">{me.email}</span>
      {me.organisation ? <span>{me.organisation.name}</span> : null}
      <span className="quiet">{me.roles.map(role => t(`role.${role}` as TextKey)).join(t('list.comma'))}</span>
      <Button block onClick={() => void leave()}>{t('session.signOut')}</Button>
    </div>
  )
  return (
    <Popover open={open} onOpenChange={setOpen} trigger="click" placement="bottomRight" content={card}>
      <Button type="text" icon={<UserOutlined />} aria-label={t('session.account', { name: me.displayName })} aria-expanded={open}>
        <span className="desk-only">{me.displayName}</span>
      </Button>
    </Popover>
  )
}
