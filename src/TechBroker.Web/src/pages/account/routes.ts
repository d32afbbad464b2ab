import type { RouteObject } from 'react-router'
import { guard } from '../../app/guard'

/** Below /work. */
export const accountRoutes: RouteObject[] = [
  {
    path: 'account',
    lazy: () => import('./AccountPage'),
    children: [
      { index: true, lazy: () => import('./ProfileSection') },
      { path: 'security', lazy: () => import('./SecuritySection') },
      { path: 'keys', lazy: () => import('./KeysSection') },
      { path: 'data', lazy: () => import('./DataSection') },
    ],
  },
  {
    path: 'settings',
    lazy: () => import('./SettingsPage'),
    children: [
      { index: true, lazy: () => import('./NoticeSettings') },
      guard(['provider', 'seeker', 'organiser', 'admin'], [{ path: 'webhooks', lazy: () => import('./WebhooksSection') }]),
    ],
  },
  { path: 'notices', lazy: () => import('./NoticesPage') },
  guard(['organiser', 'admin'], [{ path: 'operations', lazy: () => import('./OperationsPage') }]),
]
