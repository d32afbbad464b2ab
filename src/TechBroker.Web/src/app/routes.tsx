import { createBrowserRouter } from 'react-router'
import { HydrateFallback, Layout } from './Layout'
import { RouteError } from './RouteError'

/**
 * The pages by address, each in a file of its own that is loaded when somebody goes there: it exports `Component`.
 * Pages for signed-in people stand under `guard(...)`, which asks visitors to sign in first.
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
          { path: 'sign-in', lazy: () => import('../pages/sign-in/SignInPage') },
          { path: 'forgot-password', lazy: () => import('../pages/sign-in/ForgotPasswordPage') },
          { path: '*', lazy: () => import('../pages/not-found/NotFoundPage') },
        ],
      },
    ],
  },
])
