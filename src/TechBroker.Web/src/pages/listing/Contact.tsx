import { lazy, Suspense } from 'react'
import { useLocation } from 'react-router'
import { useSession } from '../../app/session'
import { useI18n } from '../../i18n'
import { LinkButton } from '../../shared/LinkButton'
import type { Kind } from './ways'

// Visitors never need it.
const Approach = lazy(() => import('./Approach').then(({ Approach }) => ({ default: Approach })))

/** What a reader of an item can do next: visitors sign in first. */
export function Contact({ kind, item }: { kind: Kind; item: { id: string; organisationId?: string | null } }) {
  const { t } = useI18n()
  const { me } = useSession()
  const { pathname } = useLocation()
  if (me === undefined) {
    return null
  }
  return me === null
    ? <LinkButton to={`/sign-in?to=${encodeURIComponent(pathname)}`} type="primary" block>{t('item.signInToTalk')}</LinkButton>
    : <Suspense fallback={null}><Approach key={item.id} kind={kind} item={item} me={me} /></Suspense>
}
