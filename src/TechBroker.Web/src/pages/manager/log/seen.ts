import { recall, remember } from '../../../shared/remember'

/** A published listing, as far as it has to be found again without a network. */
export interface Seen {
  id: string
  title: string
}

const mostSeen = 200
const shelf = 'seen-listings'

/** The newest first, each once. */
export function merged(seen: readonly Seen[], more: readonly Seen[]): Seen[] {
  const known = new Set(more.map(({ id }) => id))
  return [...more.map(({ id, title }) => ({ id, title })), ...seen.filter(({ id }) => !known.has(id))].slice(0, mostSeen)
}

/** Those whose title has every word of the question: enough for a title that one has before one's eyes. */
export function among(seen: readonly Seen[], question: string, most: number): Seen[] {
  const words = question.toLowerCase().split(/\s+/).filter(Boolean)
  return words.length === 0 ? [] : seen.filter(({ title }) => words.every(word => title.toLowerCase().includes(word))).slice(0, most)
}

export function seenListings(): Seen[] {
  try {
    const kept: unknown = JSON.parse(recall(shelf) ?? '[]')
    return Array.isArray(kept) ? (kept as Seen[]) : []
  } catch {
    return []
  }
}

export function see(listings: readonly Seen[]) {
  if (listings.length > 0) {
    remember(shelf, JSON.stringify(merged(seenListings(), listings)))
  }
}
