import { useQuery } from '@tanstack/react-query'
import { api, bodyOf, type Page } from '../../api/client'
import type { Engagement } from './pairs'

const most = 1000

/** The caller's engagements, the newest first: the API cannot be asked for those of one item. */
export function useEngagements(enabled = true) {
  return useQuery({ queryKey: ['engagements', 'mine'], queryFn: ({ signal }) => readAll(signal), staleTime: 15_000, enabled })
}

async function readAll(signal: AbortSignal): Promise<Engagement[]> {
  const all: Engagement[] = []
  let cursor: string | undefined
  do {
    const page: Page<Engagement> = await bodyOf<Page<Engagement>>(api.GET('/api/v1/engagements', { params: { query: { limit: '200', cursor } }, signal }))
    all.push(...page.items)
    cursor = page.next ?? undefined
  } while (cursor && all.length < most)
  return all
}
