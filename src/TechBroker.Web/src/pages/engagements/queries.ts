import { queryOptions } from '@tanstack/react-query'
import { api, bodyOf, type Schema } from '../../api/client'
import { isProblem } from '../../api/problem'

export type Engagement = Schema['EngagementBody']
export type Entry = Schema['EngagementEntryBody']
export type Meeting = Schema['MeetingBody']

/** Why the two were paired: what `why` says, or where the caller may not read the need in full, what the match itself says. */
export interface Why {
  score: number
  level: number
  reasons: Schema['ReasonBody'][]
  rank?: number | null
  of?: number
}

export const engagementQuery = (id: string) =>
  queryOptions({
    queryKey: ['engagements', id],
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/engagements/{id}', { params: { path: { id } }, signal })),
  })

export const engagementLogQuery = (id: string) =>
  queryOptions({
    queryKey: ['engagements', id, 'log'],
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/engagements/{id}/log', { params: { path: { id } }, signal })),
  })

export const meetingsQuery = (id: string) =>
  queryOptions({
    queryKey: ['engagements', id, 'meetings'],
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/engagements/{id}/meetings', { params: { path: { id } }, signal })),
  })

export interface EngagementFilter {
  state?: string
  escalated?: 'true'
  needsCover?: 'true'
}

export const engagementPages = (filter: EngagementFilter, limit: number) => ({
  queryKey: ['engagements', 'list', filter, limit] as const,
  page: (cursor: string | undefined, signal: AbortSignal) =>
    bodyOf(api.GET('/api/v1/engagements', { params: { query: { ...filter, limit: String(limit), cursor } }, signal })),
})

export const whyQuery = (listingId: string, needId: string, side: string | null | undefined) =>
  queryOptions({
    queryKey: ['matches', side === 'listing' ? 'listing' : 'need', side === 'listing' ? listingId : needId, 'why', side === 'listing' ? needId : listingId],
    queryFn: ({ signal }) => (side === 'listing' ? whyOfListing(listingId, needId, signal) : whyOfNeed(listingId, needId, signal)),
    retry: false,
  })

async function whyOfNeed(listingId: string, needId: string, signal: AbortSignal): Promise<Why | null> {
  return orNull(bodyOf(api.GET('/api/v1/needs/{id}/matches/{listingId}/why', { params: { path: { id: needId, listingId } }, signal })))
}

async function whyOfListing(listingId: string, needId: string, signal: AbortSignal): Promise<Why | null> {
  const why = await orNull<Why>(bodyOf(api.GET('/api/v1/listings/{id}/matches/{needId}/why', { params: { path: { id: listingId, needId } }, signal })))
  if (why) {
    return why
  }
  const matches = await orNull(bodyOf(api.GET('/api/v1/listings/{id}/matches', { params: { path: { id: listingId }, query: { limit: '200' } }, signal })))
  return matches?.items.find(match => match.needId === needId) ?? null
}

/** Nothing to say (404), or the pair is not on the market any more (409), is no failure. */
async function orNull<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call
  } catch (error) {
    if (isProblem(error) && [403, 404, 409].includes(error.status)) {
      return null
    }
    throw error
  }
}

/** All managers, for names and for handing over; only the centre's people may ask. */
export const managersQuery = queryOptions({
  queryKey: ['managers', 'all'],
  queryFn: async ({ signal }) => {
    const managers: Schema['ManagerBody'][] = []
    for (let cursor: string | undefined, more = true; more;) {
      const page = await bodyOf(api.GET('/api/v1/managers', { params: { query: { limit: '200', cursor } }, signal }))
      managers.push(...page.items)
      cursor = page.next ?? undefined
      more = cursor !== undefined
    }
    return managers
  },
  staleTime: 60_000,
})
