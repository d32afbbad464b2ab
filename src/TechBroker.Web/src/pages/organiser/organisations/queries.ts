import { api, bodyOf } from '../../../api/client'

export const organisationPages = (q: string) => ({
  queryKey: ['organisations', 'list', q] as const,
  page: (cursor: string | undefined, signal: AbortSignal) => bodyOf(api.GET('/api/v1/organisations', { params: { query: { q: q || undefined, limit: '50', cursor } }, signal })),
})
