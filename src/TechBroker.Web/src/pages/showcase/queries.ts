import { queryOptions } from '@tanstack/react-query'
import { api, bodyOf } from '../../api/client'

/** A listing's place in the showcase, and its picture; there is an answer for every listing. */
export const firstReleaseQuery = (id: string) =>
  queryOptions({
    queryKey: ['listings', id, 'first-release'],
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/listings/{id}/first-release', { params: { path: { id } }, signal })),
  })

/** Under `listings`: whatever changes a listing changes the showcase. */
export const showcasePages = (limit: number) => ({
  queryKey: ['listings', 'showcase', limit] as const,
  page: (cursor: string | undefined, signal: AbortSignal) =>
    bodyOf(api.GET('/api/v1/showcase', { params: { query: { limit: String(limit), cursor } }, signal })),
})
