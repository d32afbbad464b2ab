import { MenuOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { lazy, Suspense, useEffect, useState } from 'react'
import { Link, NavLink, useLocation } from 'react-router'
import { useI18n } from '../i18n'
import { AccountMenu } from './AccountMenu'
import { navigation, visibleItems, work, type NavigationItem } from './navigation'
import { Preferences } from './Preferences'
import { useSession } from './session'

// Not every visit opens the menu of the phone, or has notices.
const PhoneMenu = lazy(() => import('./PhoneMenu').then(({ PhoneMenu }) => ({ default: PhoneMenu })))
const NoticeBell = lazy(() => import('./NoticeBell').then(({ NoticeBell }) => ({ default: NoticeBell })))

export function Header() {
  const { t } = useI18n()
  const { me } = useSession()
  const [open, setOpen] = useState(false)
  const [wasOpened, setWasOpened] = useState(false)
  const { pathname } = useLocation()
  useEffect(() => setOpen(false), [pathname])

  const items = [...visibleItems(work, me?.roles ?? []), ...visibleItems(navigation, me?.roles ?? [])]
  return (
    <header className="header">
      <div className="header-inner">
        <Button className="phone-only" type="text" icon={<MenuOutlined />} aria-label={t('layout.menu')} aria-expanded={open} onClick={() => { setWasOpened(true); setOpen(true) }} />
        <Link to="/" className="brand" aria-label={t('app.name')}>
          <img src="/icon.svg" alt="" width={28} height={28} />
          <span>{t('app.short')}</span>
        </Link>
        <nav className="desk-only header-nav" aria-label={t('layout.navigation')}>
          <Links items={items} />
        </nav>
        <div className="header-tools">
          <Preferences />
          {me ? <Suspense fallback={null}><NoticeBell /></Suspense> : null}
          <AccountMenu />
        </div>
      </div>
      <Suspense fallback={null}>
        {wasOpened ? <PhoneMenu open={open} close={() => setOpen(false)}><Links items={items} /></PhoneMenu> : null}
      </Suspense>
    </header>
  )
}

function Links({ items }: { items: NavigationItem[] }) {
  const { t } = useI18n()
  return items.map(item => <NavLink key={item.to} to={item.to}>{t(item.text)}</NavLink>)
}
