import { UserOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { Me } from '../api/client'
import { useI18n, type TextKey } from '../i18n'
import { Trouble } from '../shared/Trouble'
import { HeaderPopover } from './HeaderPopover'
import { leftoversOf, removeLeftovers, type Leftovers } from './leftovers'
import { useSession } from './session'

/** Who is signed in, and the way out. */
export function Account({ me }: { me: Me }) {
  const { t } = useI18n()
  const { signOut } = useSession()
  const [open, setOpen] = useState(false)
  const [problem, setProblem] = useState<unknown>()
  const [asked, setAsked] = useState<Leftovers | null>(null)
  const navigate = useNavigate()

  const leave = async (keep: boolean) => {
    try {
      await signOut()
      setOpen(false)
      await navigate('/')
      if (!keep) {
        removeLeftovers(me.id)
      }
    } catch (error) {
      setProblem(error)
    }
  }

  // Others may use this computer: whether anything stays here is for its author to say.
  const askToLeave = () => {
    const left = leftoversOf(me.id)
    if (left.drafts + left.entries > 0) {
      setAsked(left)
    } else {
      void leave(false)
    }
  }

  const card = (
    <div className="account-card">
      <strong>{me.displayName}</strong>
      <span className="quiet">{me.email}</span>
      {me.organisation ? <span>{me.organisation.name}</span> : null}
      <span className="quiet">{me.roles.map(role => t(`role.${role}` as TextKey)).join(t('list.comma'))}</span>
      <nav className="account-links" aria-label={t('session.account', { name: me.displayName })} onClick={() => setOpen(false)}>
        <Link to="/work/account">{t('session.safety')}</Link>
        <Link to="/work/settings">{t('session.settings')}</Link>
      </nav>
      {problem ? <Trouble problem={problem} /> : null}
      {asked ? (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={t('session.leftovers', { drafts: asked.drafts, entries: asked.entries })}
          description={(
            <span className="account-leftovers">
              <Button block type="primary" onClick={() => void leave(false)}>{t('session.leaveNothing')}</Button>
              <Button block onClick={() => void leave(true)}>{t('session.leaveHere')}</Button>
            </span>
          )}
        />
      ) : <Button block onClick={askToLeave}>{t('session.signOut')}</Button>}
    </div>
  )
  return (
    <HeaderPopover open={open} setOpen={setOpen} content={card}>
      <Button type="text" icon={<UserOutlined />} aria-label={t('session.account', { name: me.displayName })} aria-expanded={open}>
        <span className="desk-only">{me.displayName}</span>
      </Button>
    </HeaderPopover>
  )
}
