import { Suspense } from 'react'
import { Outlet, ScrollRestoration, useNavigation } from 'react-router'
import { useI18n } from '../i18n'
import { PageSkeleton } from '../shared/PageSkeleton'
import { Footer } from './Footer'
import { Header } from './Header'

export function Layout() {
  const { t } = useI18n()
  const { state } = useNavigation()
  return (
    <>
      <a className="skip" href="#main">{t('layout.skip')}</a>
      <div className={state === 'loading' ? 'progress progress-on' : 'progress'} aria-hidden />
      <Header />
      <main id="main" className="main" tabIndex={-1}>
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </main>
      <Footer />
      <ScrollRestoration />
    </>
  )
}

/** While the first page's file is on its way. */
export function HydrateFallback() {
  return <PageSkeleton />
}
