import { queryOptions, type Query } from '@tanstack/react-query'
import { api, bodyOf } from './client'

/** Keys begin with the resource, so that a change can set aside all that was read of it. */
export const listingQuery = (id: string) =>
  queryOptions({
    queryKey: ['listings', id],
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/listings/{id}', { params: { path: { id } }, signal })),
  })

export const needQuery = (id: string) =>
  queryOptions({
    queryKey: ['needs', id],
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/needs/{id}', { params: { path: { id } }, signal })),
  })

export const organisationQuery = (id: string) =>
  queryOptions({
    queryKey: ['organisations', id],
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/organisations/{id}', { params: { path: { id } }, signal })),
    staleTime: 300_000,
  })

/** Those with such a name or credit code, the newest first; all of them without one. */
export const organisationsNamed = (q: string, limit = 20) =>
  queryOptions({
    queryKey: ['organisations', 'named', q, limit],
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/organisations', { params: { query: { q: q || undefined, limit: String(limit) } }, signal })),
  })

/** How large the market is. */
export const marketQuery = queryOptions({
  queryKey: ['market'],
  queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/market', { signal })),
  staleTime: 60_000,
})

export const vocabularyQuery = (id: string) =>
  queryOptions({
    queryKey: ['vocabularies', id],
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/vocabularies/{id}', { params: { path: { id } }, signal })),
    // They change when an operator replaces a file and starts the server anew.
    staleTime: Infinity,
    gcTime: Infinity,
  })

export interface MarketFilter {
  q?: string
  field?: string
  region?: string
  minTrl?: string
  mode?: string
  organisationId?: string
}

export const listingPages = (filter: MarketFilter, limit = 20) => ({
  queryKey: ['listings', 'search', filter, limit] as const,
  page: (cursor: string | undefined, signal: AbortSignal) =>
    bodyOf(api.GET('/api/v1/listings', { params: { query: { ...filter, state: 'published', limit: String(limit), cursor } }, signal })),
})

export const needPages = (filter: MarketFilter, limit = 20) => ({
  queryKey: ['needs', 'search', filter, limit] as const,
  page: (cursor: string | undefined, signal: AbortSignal) =>
    bodyOf(api.GET('/api/v1/needs', { params: { query: { ...filter, state: 'published', limit: String(limit), cursor } }, signal })),
})

/** What is read for one person in one language; only the vocabularies are everybody's and in both. For a query's `predicate`. */
export const isPersonal = ({ queryKey }: Pick<Query, 'queryKey'>) => queryKey[0] !== 'vocabularies'
