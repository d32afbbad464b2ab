import { MenuOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { lazy, Suspense, useEffect, useState } from 'react'
import { Link, NavLink, useLocation } from 'react-router'
import { useI18n } from '../i18n'
import { AccountMenu } from './AccountMenu'
import { navigation } from './navigation'
import { Preferences } from './Preferences'
import { useSession } from './session'

// Not every visit opens the menu of the phone, or has notices.
const PhoneMenu = lazy(() => import('./PhoneMenu').then(({ PhoneMenu }) => ({ default: PhoneMenu })))
const NoticeBell = lazy(() => import('./NoticeBell').then(({ NoticeBell }) => ({ default: NoticeBell })))
const Live = lazy(() => import('./live/Live').then(({ Live }) => ({ default: Live })))

export function Header() {
  const { t } = useI18n()
  const { me } = useSession()
  const [open, setOpen] = useState(false)
  const [wasOpened, setWasOpened] = useState(false)
  const { pathname } = useLocation()
  useEffect(() => setOpen(false), [pathname])

  return (
    <header className="header">
      <div className="header-inner">
        <Button className="phone-only" type="text" icon={<MenuOutlined />} aria-label={t('layout.menu')} aria-expanded={open} onClick={() => { setWasOpened(true); setOpen(true) }} />
        <Link to="/" className="brand" aria-label={t('app.name')}>
          <img src="/icon.svg" alt="" width={28} height={28} />
          <span>{t('app.short')}</span>
        </Link>
        <nav className="desk-only header-nav" aria-label={t('layout.navigation')}>
          <Links work={Boolean(me)} />
        </nav>
        <div className="header-tools">
          <Preferences />
          {me ? <Suspense fallback={null}><NoticeBell /></Suspense> : null}
          {me ? <Suspense fallback={null}><Live /></Suspense> : null}
          <AccountMenu />
        </div>
      </div>
      <Suspense fallback={null}>
        {wasOpened ? <PhoneMenu open={open} close={() => setOpen(false)}><Links work={Boolean(me)} /></PhoneMenu> : null}
      </Suspense>
    </header>
  )
}

function Links({ work }: { work: boolean }) {
  const { t } = useI18n()
  return (
    <>
      {work ? <NavLink to="/work">{t('nav.work')}</NavLink> : null}
      {navigation.map(item => <NavLink key={item.to} to={item.to}>{t(item.text)}</NavLink>)}
    </>
  )
}
