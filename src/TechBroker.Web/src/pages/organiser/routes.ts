import type { RouteObject } from 'react-router'
import { guard } from '../../app/guard'

/** Below /work. */
export const organiserRoutes: RouteObject[] = [
  guard(['manager', 'organiser', 'admin'], [
    { path: 'statistics/:tab?', lazy: () => import('./statistics/StatisticsPage') },
    { path: 'ceremonies', lazy: () => import('./ceremonies/CeremoniesPage') },
    { path: 'ceremonies/:id', lazy: () => import('./ceremonies/CeremonyPage') },
    { path: 'managers', lazy: () => import('./managers/ManagersPage') },
    { path: 'managers/roster', lazy: () => import('./managers/RosterPage') },
    { path: 'managers/:id', lazy: () => import('./managers/ManagerPage') },
    { path: 'duplicates', lazy: () => import('./duplicates/DuplicatesPage') },
  ]),
  guard(['organiser', 'admin'], [
    { path: 'organisations', lazy: () => import('./organisations/OrganisationsPage') },
    { path: 'people', lazy: () => import('./people/PeoplePage') },
    { path: 'audit', lazy: () => import('./audit/AuditPage') },
  ]),
]
