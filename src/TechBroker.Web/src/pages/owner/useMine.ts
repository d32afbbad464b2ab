import { useEffect, useMemo } from 'react'
import { api, bodyOf, type Me, type Page } from '../../api/client'
import { useCursorPages, type CursorPages } from '../../shared/useCursorPages'
import { hasWords, type MineFilter } from './filters'
import type { Item, Kind } from './items'
import { isStaff } from './rights'

/** As many of one's own as are read to look for words in them. */
const most = 3000

/**
 * The items of one's own organisation; for the centre's people everybody's. One's own are read to the end where words are looked for, drafts
 * and all; among everybody's the API looks, which finds what is published.
 */
export function useMine(kind: Kind, filter: MineFilter, me: Me): CursorPages<Item> & { searchesPublishedOnly: boolean } {
  const staff = isStaff(me)
  const local = Boolean(filter.q) && !staff
  const query = { state: filter.state, field: filter.field, organisationId: staff ? undefined : me.organisation?.id, q: local ? undefined : filter.q }
  const limit = local ? '200' : '50'
  const pages = useCursorPages<Item>({
    queryKey: [kind, 'mine', query, limit],
    page: (cursor, signal) => pageOf(kind, { ...query, limit, cursor }, signal),
  })
  const { items, hasMore, isLoadingMore, loadMore, isStale, error } = pages

  const readsOn = local && hasMore && !isLoadingMore && !isStale && !error && items.length < most
  useEffect(() => {
    if (readsOn) {
      loadMore()
    }
  }, [readsOn, loadMore])

  const found = useMemo(() => {
    // The API has no filter for what belongs to no organisation.
    const own = staff || me.organisation ? items : items.filter(item => !item.organisationId)
    return local ? own.filter(item => hasWords(item, filter.q!)) : own
  }, [items, local, filter.q, staff, me.organisation])
  return { ...pages, items: found, hasMore: hasMore && !local, isPending: pages.isPending || (readsOn && found.length === 0), searchesPublishedOnly: staff && Boolean(filter.q) }
}

type Query = MineFilter & { organisationId?: string; limit: string; cursor?: string }

function pageOf(kind: Kind, query: Query, signal: AbortSignal): Promise<Page<Item>> {
  return kind === 'listings'
    ? bodyOf<Page<Item>>(api.GET('/api/v1/listings', { params: { query }, signal }))
    : bodyOf<Page<Item>>(api.GET('/api/v1/needs', { params: { query }, signal }))
}
