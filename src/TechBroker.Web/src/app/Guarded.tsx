import { App } from 'antd'
import { Navigate, Outlet, useLocation } from 'react-router'
import { PageSkeleton } from '../shared/PageSkeleton'
import { NotAllowed } from './NotAllowed'
import { useSession, type Role } from './session'

/** Around the pages of work: only they have `App.useApp()` (messages, dialogs), whose weight visitors need not carry. */
export function Guarded({ roles }: { roles: Role[] }) {
  const { me, has } = useSession()
  const { pathname, search } = useLocation()
  if (me === undefined) {
    return <PageSkeleton />
  }
  if (me === null) {
    return <Navigate to={`/sign-in?to=${encodeURIComponent(pathname + search)}`} replace />
  }
  return <App component={false} message={{ maxCount: 3 }}>{roles.length === 0 || has(...roles) ? <Outlet /> : <NotAllowed />}</App>
}
