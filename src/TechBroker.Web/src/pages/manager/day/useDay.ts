import { useQueries, useQuery } from '@tanstack/react-query'
import { api, bodyOf } from '../../../api/client'
import { listingQuery } from '../../../api/queries'
import { daysOf, liveStates, meetingsOf, planOf, type MeetingOfDay, type Plan } from './day'

/** By state, since the list of all would be full of what has long been signed or closed. */
const ofState = (state: (typeof liveStates)[number]) => ({
  queryKey: ['engagements', 'day', state] as const,
  queryFn: ({ signal }: { signal: AbortSignal }) => bodyOf(api.GET('/api/v1/engagements', { params: { query: { state, limit: '100' } }, signal })),
})

const expiryDays = 14

export interface Day {
  plan: Plan | undefined
  error: unknown
  retry: () => void
  meetings: MeetingOfDay[] | undefined
  /** Listings of mine that leave the market soon. */
  expiring: { engagementId: string; title: string; day: string }[]
}

export function useDay(me: string, now: number): Day {
  const lists = useQueries({ queries: liveStates.map(ofState) })
  const known = lists.every(list => list.data)
  const plan = known ? planOf(lists.flatMap(list => list.data!.items), me, now) : undefined
  const meetings = useQueries({
    queries: (plan?.meetingOf ?? []).map(({ id }) => ({
      queryKey: ['engagements', id, 'meetings'] as const,
      queryFn: ({ signal }: { signal: AbortSignal }) => bodyOf(api.GET('/api/v1/engagements/{id}/meetings', { params: { path: { id } }, signal })),
    })),
  })
  // One listing may be in several engagements.
  const listingIds = [...new Set((plan?.mine ?? []).flatMap(({ listingId }) => listingId ?? []))]
  const listings = useQueries({ queries: listingIds.map(id => ({ ...listingQuery(id), staleTime: 600_000 })) })
  const soon = new Date(now + expiryDays * 24 * 3_600_000).toISOString().slice(0, 10)
  return {
    plan,
    error: lists.find(list => list.error && !list.data)?.error,
    retry: () => lists.filter(list => list.error).forEach(list => void list.refetch()),
    meetings: plan && meetings.every(({ isPending }) => !isPending)
      ? meetingsOf(plan.meetingOf.map((engagement, i) => ({ engagement, meetings: meetings[i]?.data?.items ?? [] })), now)
      : undefined,
    expiring: (plan?.mine ?? []).flatMap(({ id, listingId }) => {
      const listing = listings.find(({ data }) => data?.id === listingId)?.data
      return listing?.expiresOn && listing.expiresOn <= soon ? [{ engagementId: id, title: listing.title, day: listing.expiresOn }] : []
    }),
  }
}

export function useManager(me: string) {
  return useQuery({ queryKey: ['managers', me], queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/managers/{id}', { params: { path: { id: me } }, signal })) })
}

/** My shifts of today and tomorrow. */
export function useShifts(me: string, now: number) {
  const { from, to } = daysOf(now)
  return useQuery({
    queryKey: ['managers', me, 'roster', from],
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/roster', { params: { query: { from: new Date(from).toISOString(), to: new Date(to).toISOString() } }, signal })),
    select: ({ items }) => items.filter(({ managerId, to: end }) => managerId === me && new Date(end).getTime() > now),
  })
}
