import { UserOutlined } from '@ant-design/icons'
import { Button, Popover } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Me } from '../api/client'
import { useI18n, type TextKey } from '../i18n'
import { Trouble } from '../shared/Trouble'
import { useSession } from './session'

/** Who is signed in, and the way out. */
export function Account({ me }: { me: Me }) {
  const { t } = useI18n()
  const { signOut } = useSession()
  const [open, setOpen] = useState(false)
  const [problem, setProblem] = useState<unknown>()
  const navigate = useNavigate()

  const leave = async () => {
    try {
      await signOut()
      setOpen(false)
      await navigate('/')
    } catch (error) {
      setProblem(error)
    }
  }

  const card = (
    <div className="account-card">
      <strong>{me.displayName}</strong>
      <span className="quiet">{me.email}</span>
      {me.organisation ? <span>{me.organisation.name}</span> : null}
      <span className="quiet">{me.roles.map(role => t(`role.${role}` as TextKey)).join(t('list.comma'))}</span>
      {problem ? <Trouble problem={problem} /> : null}
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
