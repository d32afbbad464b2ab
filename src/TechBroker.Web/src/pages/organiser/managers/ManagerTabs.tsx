import { NavLink } from 'react-router'
import { useI18n } from '../../../i18n'

export function ManagerTabs() {
  const { t } = useI18n()
  return (
    <nav className="tabs" aria-label={t('work.managers')}>
      <NavLink to="/work/managers" end>{t('centre.managers')}</NavLink>
      <NavLink to="/work/managers/roster">{t('centre.roster')}</NavLink>
    </nav>
  )
}
