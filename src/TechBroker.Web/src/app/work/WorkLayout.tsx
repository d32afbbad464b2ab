import { MenuOutlined } from '@ant-design/icons'
import { App, Drawer } from 'antd'
import { lazy, Suspense, useEffect, useState } from 'react'
import { NavLink, Outlet, useLocation } from 'react-router'
import { PageSkeleton } from '../../shared/PageSkeleton'
import { useI18n } from '../../i18n'
import { MatchToasts } from '../live/MatchToasts'
import { useSession } from '../session'
import { placesFor, tabsFor, type Place, type PlaceGroup } from './places'
import './work.css'

const OutboxSender = lazy(() => import('../../pages/manager/outbox/OutboxSender').then(({ OutboxSender }) => ({ default: OutboxSender })))
const SignInAgain = lazy(() => import('../../pages/sign-in/SignInAgain').then(({ SignInAgain }) => ({ default: SignInAgain })))

/**
 * Around the pages of work: places at the left, on a phone the most used of them at the bottom. Only here is there `App.useApp()` (messages,
 * dialogs), and only here the texts of work, whose weight visitors need not carry.
 */
export function WorkLayout() {
  const { t, hasWorkTexts, loadWorkTexts } = useI18n()
  const { me, lapsed } = useSession()
  const [open, setOpen] = useState(false)
  const { pathname } = useLocation()
  useEffect(() => setOpen(false), [pathname])
  useEffect(() => {
    if (!hasWorkTexts) {
      loadWorkTexts()
    }
  }, [hasWorkTexts, loadWorkTexts])
  if (!hasWorkTexts) {
    return <PageSkeleton />
  }

  const roles = me?.roles ?? []
  const groups = placesFor(roles)
  return (
    <App component={false} message={{ maxCount: 3 }}>
      <MatchToasts />
      {me?.roles.includes('manager') ? <Suspense fallback={null}><OutboxSender account={me.id} /></Suspense> : null}
      {lapsed ? <Suspense fallback={null}><SignInAgain /></Suspense> : null}
      <div className="work">
        <nav className="work-nav desk-only screen-only" aria-label={t('work.navigation')}>
          <Places groups={groups} />
        </nav>
        <div className="work-page"><Outlet /></div>
        <nav className="work-tabs screen-only" aria-label={t('work.navigation')}>
          {tabsFor(roles).map(place => <PlaceLink key={place.to} place={place} />)}
          <button type="button" aria-expanded={open} onClick={() => setOpen(true)}><MenuOutlined /><span>{t('work.more')}</span></button>
        </nav>
        <Drawer open={open} onClose={() => setOpen(false)} placement="bottom" size="auto" title={t('work.navigation')}>
          <nav className="work-drawer" aria-label={t('work.more')}><Places groups={groups} /></nav>
        </Drawer>
      </div>
    </App>
  )
}

function Places({ groups }: { groups: PlaceGroup[] }) {
  const { t } = useI18n()
  return groups.map(group => (
    <section key={group.text}>
      <h2>{t(group.text)}</h2>
      {group.places.map(place => <PlaceLink key={place.to} place={place} />)}
    </section>
  ))
}

function PlaceLink({ place }: { place: Place }) {
  const { t } = useI18n()
  return <NavLink to={place.to}>{place.icon}<span>{t(place.text)}</span></NavLink>
}
