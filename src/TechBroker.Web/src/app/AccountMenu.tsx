import { lazy, Suspense } from 'react'
import { Link, useLocation } from 'react-router'
import { useI18n } from '../i18n'
import { useSession } from './session'

// Visitors never need it.
const Account = lazy(() => import('./Account').then(({ Account }) => ({ default: Account })))

// Whoever signs in there wants to go on to work, not back.
const placesToLeave = ['/', '/sign-in', '/forgot-password']

export function AccountMenu() {
  const { t } = useI18n()
  const { me } = useSession()
  const { pathname, search } = useLocation()
  if (me === undefined) {
    return null
  }
  if (me) {
    return <Suspense fallback={null}><Account me={me} /></Suspense>
  }
  const to = placesToLeave.includes(pathname) ? '' : `?to=${encodeURIComponent(pathname + search)}`
  return <Link to={`/sign-in${to}`} className="sign-in-link">{t('session.signIn')}</Link>
}
