import { Drawer } from 'antd'
import type { ReactNode } from 'react'
import { NavLink } from 'react-router'
import { useI18n } from '../i18n'

export function PhoneMenu({ open, close, children }: { open: boolean; close: () => void; children: ReactNode }) {
  const { t } = useI18n()
  return (
    <Drawer open={open} onClose={close} placement="left" size={280} title={t('app.short')}>
      <nav className="drawer-nav" aria-label={t('layout.navigation')}>
        <NavLink to="/" end>{t('nav.home')}</NavLink>
        {children}
      </nav>
    </Drawer>
  )
}
