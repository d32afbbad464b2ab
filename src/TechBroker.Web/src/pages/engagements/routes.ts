import type { RouteObject } from 'react-router'

/** Below /work. */
export const engagementsRoutes: RouteObject[] = [
  { path: 'engagements', lazy: () => import('./EngagementsPage') },
  { path: 'engagements/:id', lazy: () => import('./EngagementPage') },
]
