import { MenuOutlined } from '@ant-design/icons'
import { Button, Drawer } from 'antd'
import { useEffect, useState } from 'react'
import { Link, NavLink, useLocation } from 'react-router'
import { useI18n } from '../i18n'
import { AccountMenu } from './AccountMenu'
import { navigation, visibleItems, work, type NavigationItem } from './navigation'
import { NoticeBell } from './NoticeBell'
import { Preferences } from './Preferences'
import { useSession } from './session'

export function Header() {
  const { t } = useI18n()
  const { me } = useSession()
  const [open, setOpen] = useState(false)
  const { pathname } = useLocation()
  useEffect(() => setOpen(false), [pathname])

  const items = [...visibleItems(work, me?.roles ?? []), ...visibleItems(navigation, me?.roles ?? [])]
  return (
    <header className="header">
      <div className="header-inner">
        <Button className="phone-only" type="text" icon={<MenuOutlined />} aria-label={t('layout.menu')} aria-expanded={open} onClick={() => setOpen(true)} />
        <Link to="/" className="brand" aria-label={t('app.name')}>
          <img src="/icon.svg" alt="" width={28} height={28} />
          <span>{t('app.short')}</span>
        </Link>
        <nav className="desk-only header-nav" aria-label={t('layout.navigation')}>
          <Links items={items} />
        </nav>
        <div className="header-tools">
          <Preferences />
          {me ? <NoticeBell /> : null}
          <AccountMenu />
        </div>
      </div>
      <Drawer open={open} onClose={() => setOpen(false)} placement="left" size={280} title={t('app.short')} rootClassName="phone-drawer">
        <nav className="drawer-nav" aria-label={t('layout.navigation')}>
          <NavLink to="/" end>{t('nav.home')}</NavLink>
          <Links items={items} />
        </nav>
      </Drawer>
    </header>
  )
}

function Links({ items }: { items: NavigationItem[] }) {
  const { t } = useI18n()
  return items.map(item => <NavLink key={item.to} to={item.to}>{t(item.text)}</NavLink>)
}
