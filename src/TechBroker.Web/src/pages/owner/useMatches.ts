import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api, bodyOf } from '../../api/client'
import { useCursorPages } from '../../shared/useCursorPages'
import { sideOf, type Item, type Kind } from './items'
import type { Match } from './pairs'

/** How often, in seconds, and how many times matches are asked for that are just being made. */
const [pause, times] = [1, 8]

export function useMatches(kind: Kind, item: Item) {
  const queries = useQueryClient()
  const pages = useCursorPages<Match>({
    queryKey: ['matches', sideOf(kind), item.id],
    page: (cursor, signal) => {
      const params = { path: { id: item.id }, query: { limit: '50', cursor } }
      return kind === 'listings' ? bodyOf(api.GET('/api/v1/listings/{id}/matches', { params, signal })) : bodyOf(api.GET('/api/v1/needs/{id}/matches', { params, signal }))
    },
  })

  // Scoring takes a moment after something is published or changed; for whoever has no live updates the page looks again.
  const [asked, setAsked] = useState({ revision: item.revision, times: 0 })
  const tries = asked.revision === item.revision ? asked.times : 0
  const isFresh = item.state === 'published' && Date.now() - Date.parse(item.updatedAt ?? item.createdAt) < 60_000
  const waits = isFresh && !pages.isPending && !pages.error && pages.items.length === 0 && tries < times
  useEffect(() => {
    if (!waits) {
      return
    }
    const timer = setTimeout(() => {
      setAsked({ revision: item.revision, times: tries + 1 })
      void queries.invalidateQueries({ queryKey: ['matches', sideOf(kind), item.id] })
    }, pause * 1000)
    return () => clearTimeout(timer)
  }, [waits, tries, item.id, item.revision, kind, queries])
  return { pages, isBeingMatched: waits }
}
