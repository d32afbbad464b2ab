import type { RouteObject } from 'react-router'
import { guard } from '../../app/guard'
import type { Role } from '../../app/session'

const staff: Role[] = ['manager', 'organiser', 'admin']

/** Below /work: what an organisation offers and looks for; the centre's people see everybody's. */
export const ownerRoutes: RouteObject[] = [
  guard(['provider', ...staff], [
    { path: 'listings', lazy: () => import('./ListingsPage') },
    { path: 'listings/:id', lazy: () => import('./ListingPage') },
  ]),
  guard(['seeker', ...staff], [
    { path: 'needs', lazy: () => import('./NeedsPage') },
    { path: 'needs/:id', lazy: () => import('./NeedPage') },
  ]),
]
