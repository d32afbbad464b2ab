import type { RouteObject } from 'react-router'
import { guard } from '../../app/guard'

/** Below /work. The centre's people fill in forms for those who come to their desk. */
export const formsRoutes: RouteObject[] = [
  guard(['provider', 'manager', 'organiser', 'admin'], [
    { path: 'listings/new', lazy: () => import('./listing/NewListingPage') },
    { path: 'listings/:id/edit', lazy: () => import('./listing/EditListingPage') },
  ]),
  guard(['seeker', 'manager', 'organiser', 'admin'], [
    { path: 'needs/new', lazy: () => import('./need/NewNeedPage') },
    { path: 'needs/:id/edit', lazy: () => import('./need/EditNeedPage') },
  ]),
]
