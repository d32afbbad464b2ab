import type { RouteObject } from 'react-router'
import { guard } from '../../app/guard'

/** Below /work. */
export const dealsRoutes: RouteObject[] = [
  { path: 'deals', lazy: () => import('./DealsPage') },
  guard(['manager', 'organiser', 'admin'], [{ path: 'deals/new', lazy: () => import('./NewDealPage') }]),
  { path: 'deals/:id', lazy: () => import('./DealPage') },
]
