import { queryOptions } from '@tanstack/react-query'
import { api, bodyOf } from '../../../api/client'

export const ceremonyPages = {
  queryKey: ['ceremonies', 'list'] as const,
  page: (cursor: string | undefined, signal: AbortSignal) => bodyOf(api.GET('/api/v1/ceremonies', { params: { query: { limit: '50', cursor } }, signal })),
}

export const ceremonyQuery = (id: string) => queryOptions({
  queryKey: ['ceremonies', id],
  queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/ceremonies/{id}', { params: { path: { id } }, signal })),
})
