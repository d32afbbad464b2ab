import { createBrowserRouter } from 'react-router'
import { accountRoutes } from '../pages/account/routes'
import { dealsRoutes } from '../pages/deals/routes'
import { engagementsRoutes } from '../pages/engagements/routes'
import { formsRoutes } from '../pages/forms/routes'
import { importsRoutes } from '../pages/imports/routes'
import { managerRoutes } from '../pages/manager/routes'
import { organiserRoutes } from '../pages/organiser/routes'
import { ownerRoutes } from '../pages/owner/routes'
import { guard } from './guard'
import { HydrateFallback, Layout } from './Layout'
import { RouteError } from './RouteError'

/**
 * The pages by address, each in a file of its own that is loaded when somebody goes there: it exports `Component`.
 * Pages for signed-in people are below /work, in a list of each area (`pages/AREA/routes.ts`); those for some roles alone stand under `guard([…], …)` there.
 */
export const router = createBrowserRouter([
  {
    Component: Layout,
    HydrateFallback,
    ErrorBoundary: RouteError,
    children: [
      {
        ErrorBoundary: RouteError,
        children: [
          { index: true, lazy: () => import('../pages/home/HomePage') },
          { path: 'listings', lazy: () => import('../pages/search/ListingsPage') },
          { path: 'listings/:id', lazy: () => import('../pages/listing/ListingPage') },
          { path: 'needs', lazy: () => import('../pages/search/NeedsPage') },
          { path: 'needs/:id', lazy: () => import('../pages/need/NeedPage') },
          { path: 'showcase', lazy: () => import('../pages/showcase/ShowcasePage') },
          { path: 'publicity', lazy: () => import('../pages/publicity/PublicityPage') },
          { path: 'sign-in', lazy: () => import('../pages/sign-in/SignInPage') },
          { path: 'forgot-password', lazy: () => import('../pages/sign-in/ForgotPasswordPage') },
          guard([], [
            {
              path: 'work',
              lazy: () => import('./work/WorkLayout').then(({ WorkLayout }) => ({ Component: WorkLayout })),
              children: [
                {
                  ErrorBoundary: RouteError,
                  children: [
                    { index: true, lazy: () => import('./work/WorkHome') },
                    ...ownerRoutes,
                    ...formsRoutes,
                    ...importsRoutes,
                    ...engagementsRoutes,
                    ...dealsRoutes,
                    ...managerRoutes,
                    ...organiserRoutes,
                    ...accountRoutes,
                    { path: '*', lazy: () => import('../pages/not-found/NotFoundPage') },
                  ],
                },
              ],
            },
          ]),
          { path: '*', lazy: () => import('../pages/not-found/NotFoundPage') },
        ],
      },
    ],
  },
])
