import { queryOptions } from '@tanstack/react-query'
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
