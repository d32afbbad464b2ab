import { Navigate, Outlet, useLocation } from 'react-router'
import { PageSkeleton } from '../shared/PageSkeleton'
import { NotAllowed } from './NotAllowed'
import { useSession, type Role } from './session'

/** Around pages for people with one of the roles; visitors are asked to sign in first. Another person gets pages of their own, in which nobody has typed. */
export function Guarded({ roles }: { roles: Role[] }) {
  const { me, has } = useSession()
  const { pathname, search } = useLocation()
  if (me === undefined) {
    return <PageSkeleton />
  }
  if (me === null) {
    return <Navigate to={`/sign-in?to=${encodeURIComponent(pathname + search)}`} replace />
  }
  return roles.length === 0 || has(...roles) ? <Outlet key={me.id} /> : <NotAllowed />
}
