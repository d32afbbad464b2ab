import type { RouteObject } from 'react-router'
import { guard } from '../../app/guard'

/** Below /work. */
export const managerRoutes: RouteObject[] = [
  guard(['manager'], [
    { path: 'day', lazy: () => import('./day/DayPage') },
    { path: 'log', lazy: () => import('./log/LogPage') },
  ]),
]
