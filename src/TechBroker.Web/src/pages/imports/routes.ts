import type { RouteObject } from 'react-router'
import { guard } from '../../app/guard'

/** Below /work. */
export const importsRoutes: RouteObject[] = [
  guard(['provider', 'seeker', 'manager', 'organiser', 'admin'], [
    { path: 'imports', lazy: () => import('./ImportsPage') },
    { path: 'imports/new', lazy: () => import('./NewImportPage') },
    { path: 'imports/:id', lazy: () => import('./ImportPage') },
  ]),
]
