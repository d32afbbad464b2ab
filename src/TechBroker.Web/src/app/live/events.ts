import type { QueryKey } from '@tanstack/react-query'

/** Everything that GET /stream tells of: ids and codes, never what a listing or a need says. */
export const eventKinds = [
  'matchesScored', 'matchProposed', 'engagementChanged', 'engagementEscalated', 'dealChanged', 'listingChanged', 'importProgress', 'notice', 'resync',
] as const

export type EventKind = (typeof eventKinds)[number]

export interface LiveEvent {
  kind: EventKind
  data: Readonly<Record<string, unknown>>
}

/** What was read of these is out of date now; `everything` after a gap. A text that is no event says nothing. */
export function keysOf({ kind, data }: LiveEvent): QueryKey[] | 'everything' {
  switch (kind) {
    case 'matchesScored':
      // It is also the sign that the item was published or revised.
      return data.side === 'listing' || data.side === 'need' ? [['matches', data.side, data.itemId], [`${data.side}s`]] : []
    case 'matchProposed':
      return [['matches', 'listing', data.listingId], ['matches', 'need', data.needId]]
    case 'engagementChanged':
      return [['engagements'], ['managers']]
    case 'engagementEscalated':
      return [['engagements']]
    case 'dealChanged':
      return [['deals'], ['engagements'], ['statistics']]
    case 'listingChanged':
      return [['listings']]
    case 'importProgress':
      return data.state === 'done' ? [['imports'], ['listings'], ['needs']] : [['imports']]
    case 'notice':
      return [['notices']]
    case 'resync':
      return 'everything'
  }
}

/** The part of an import that its event brings along, for what is shown of it already. */
export function progressOf({ kind, data }: LiveEvent): { id: string; state: string; processed: number; rows: number | null; rejected: number } | undefined {
  const { importId, state, processed, rows, rejected } = data
  return kind === 'importProgress' && typeof importId === 'string' && typeof state === 'string' && typeof processed === 'number' && typeof rejected === 'number'
    ? { id: importId, state, processed, rows: typeof rows === 'number' ? rows : null, rejected }
    : undefined
}

export function eventOf(kind: EventKind, text: string): LiveEvent | undefined {
  try {
    const data: unknown = JSON.parse(text)
    return typeof data === 'object' && data !== null ? { kind, data: data as Record<string, unknown> } : undefined
  } catch {
    return undefined
  }
}
