import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { RouterProvider } from 'react-router/dom'
import { I18nProvider, type Language } from '../i18n'
import type { Texts } from '../i18n/texts'
import { isProblem } from '../api/problem'
import { router } from './routes'
import { SessionProvider } from './session'
import { ThemeProvider } from './theme'

/** Everything that all pages share, from the outside in: data, texts, look, who is signed in, pages. `tb` is where antd's variables are set (theme.tsx). */
export function App({ first }: { first: { language: Language; texts: Texts } }) {
  const [queries] = useState(newQueryClient)
  return (
    <QueryClientProvider client={queries}>
      <I18nProvider first={first}>
        <ThemeProvider>
          <div className="app tb">
            <SessionProvider>
              <RouterProvider router={router} />
            </SessionProvider>
          </div>
        </ThemeProvider>
      </I18nProvider>
    </QueryClientProvider>
  )
}

function newQueryClient() {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // What the API refuses it refuses again; what did not reach it may pass.
        retry: (failures, error) => failures < 2 && (!isProblem(error) || error.isOffline || error.status >= 500),
      },
    },
  })
}
