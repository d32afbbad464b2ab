import { hashKey, useQuery, useQueryClient, type Query, type QueryClient } from '@tanstack/react-query'
import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import { api, bodyOf, type Me, type Schema } from '../api/client'
import { isProblem } from '../api/problem'
import { isPersonal } from '../api/queries'
import { forgetForgeryToken, onSignedOut } from '../api/transport'
import { recall, remember } from '../shared/remember'

export type Role = 'provider' | 'seeker' | 'manager' | 'organiser' | 'admin'

interface Session {
  /** Null for a visitor; undefined as long as it is not known. */
  me: Me | null | undefined
  /** Whether their session has ended without their leaving: what is on a page of work stays until they have signed in again. */
  lapsed: boolean
  has: (...roles: Role[]) => boolean
  /** Throws the ApiProblem; `second-factor-required` asks for the code, too. */
  signIn: (body: Schema['LoginBody']) => Promise<void>
  signOut: () => Promise<void>
  /** Before the browser leaves for another provider's sign-in: whoever comes back is looked up. */
  expectReturn: () => void
}

const Context = createContext<Session | null>(null)
const hint = 'session'
// Of this tab alone: another one that looks somebody up meanwhile and finds nobody must not make it forget.
const returning = 'techbroker.returning'

/**
 * The session itself is a cookie that no script can read and the server prolongs; there is no token to keep or refresh. What is kept here
 * is only that there may be one, so that visitors are not asked who they are.
 */
export function SessionProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient()
  const [expected, setExpected] = useState(() => recall(hint) !== null || isReturning())

  const { data, error } = useQuery({
    queryKey: ['me'],
    queryFn: async ({ signal }) => {
      const found = await bodyOf(api.GET('/api/v1/me', { signal }))
      // Somebody else signed in where a session had ended: nothing that was read for the other is there when the page learns of it.
      if ((queries.getQueryData<Me>(['me'])?.id ?? found.id) !== found.id) {
        void queries.resetQueries({ predicate: isOfPages })
      }
      return found
    },
    enabled: expected,
    staleTime: 60_000,
  })

  const begin = useCallback((signedIn: boolean) => {
    remember(hint, signedIn ? '1' : null)
    forgetForgeryToken()
    setExpected(signedIn)
    void forgetOthers(queries)
  }, [queries])

  // What somebody typed on a page of work is not lost with their session; elsewhere there is nothing to keep.
  const look = useCallback(() => {
    const state = queries.getQueryState(['me'])
    if (recall(hint) === null) {
      return
    }
    if (!state?.data || !location.pathname.startsWith('/work')) {
      begin(false)
    } else if (state.status === 'success' && state.fetchStatus === 'idle') {
      void queries.invalidateQueries({ queryKey: ['me'], exact: true })
    }
  }, [queries, begin])
  useEffect(() => onSignedOut(look), [look])

  // Another tab signed in or out.
  useEffect(() => {
    const follow = (event: StorageEvent) => {
      if (event.key === `techbroker.${hint}`) {
        forgetForgeryToken()
        setExpected(event.newValue !== null)
        void forgetOthers(queries)
      }
    }
    addEventListener('storage', follow)
    return () => removeEventListener('storage', follow)
  }, [queries])

  const isUnknown = isProblem(error, 'not-signed-in')
  const me = !expected || (isUnknown && !data) ? null : data
  const lapsed = isUnknown && me !== null

  const value = useMemo<Session>(
    () => ({
      me,
      lapsed,
      has: (...roles) => roles.some(role => me?.roles.includes(role)),
      signIn: async body => {
        await api.POST('/api/v1/auth/browser-login', { body })
        if (lapsed) {
          forgetForgeryToken()
          await queries.invalidateQueries({ queryKey: ['me'], exact: true })
          void queries.invalidateQueries({ predicate: isOfPages })
        } else {
          begin(true)
        }
      },
      signOut: async () => {
        try {
          await api.POST('/api/v1/auth/logout')
        } catch (problem) {
          // It had ended before.
          if (!isProblem(problem, 'not-signed-in')) {
            throw problem
          }
        }
        begin(false)
      },
      expectReturn,
    }),
    [me, lapsed, begin, queries],
  )
  return <Context value={value}>{children}</Context>
}

export function useSession(): Session {
  const value = use(Context)
  if (!value) {
    throw new Error('useSession is used outside SessionProvider.')
  }
  return value
}

/** Whatever was read was read as somebody else. */
function forgetOthers(queries: QueryClient) {
  return queries.resetQueries({ predicate: isPersonal })
}

/** All of that but who they are. */
function isOfPages(query: Query) {
  return isPersonal(query) && query.queryHash !== hashKey(['me'])
}

function expectReturn() {
  try {
    sessionStorage.setItem(returning, '1')
  } catch {
    // Storage is blocked, and with it what would be remembered of anybody.
  }
}

/** Back from another provider's sign-in: with a session, or without. */
function isReturning() {
  try {
    const back = sessionStorage.getItem(returning) !== null
    sessionStorage.removeItem(returning)
    if (back) {
      remember(hint, '1')
    }
    return back
  } catch {
    return false
  }
}
