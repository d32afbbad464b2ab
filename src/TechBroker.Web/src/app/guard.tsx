import type { RouteObject } from 'react-router'
import { Navigate, Outlet, useLocation } from 'react-router'
import { PageSkeleton } from '../shared/PageSkeleton'
import { useSession, type Role } from './session'
import { NotAllowed } from './NotAllowed'

/** Pages for people with one of the roles; for anybody who is signed in where none is named. What they may do there the API decides. */
export function guard(roles: Role[], children: RouteObject[]): RouteObject {
  return { element: <Guarded roles={roles} />, children }
}

function Guarded({ roles }: { roles: Role[] }) {
  const { me, has } = useSession()
  const { pathname, search } = useLocation()
  if (me === undefined) {
    return <PageSkeleton />
  }
  if (me === null) {
    return <Navigate to={`/sign-in?to=${encodeURIComponent(pathname + search)}`} replace />
  }
  return roles.length === 0 || has(...roles) ? <Outlet /> : <NotAllowed />
}
