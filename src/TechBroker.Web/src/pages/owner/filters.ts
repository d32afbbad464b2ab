import { isState, type State } from './states'
import type { Item, Kind } from './items'

export interface MineFilter {
  state?: State
  q?: string
  field?: string
}

/** What the address asks for; what it does not know it leaves out. */
export function readMine(kind: Kind, params: URLSearchParams): MineFilter {
  const state = params.get('state')
  return {
    state: isState(kind, state) ? state : undefined,
    q: params.get('q')?.trim() || undefined,
    field: params.get('field')?.trim() || undefined,
  }
}

export function writeMine(params: URLSearchParams, change: Partial<Record<keyof MineFilter, string | undefined>>): URLSearchParams {
  const next = new URLSearchParams(params)
  for (const [name, value] of Object.entries(change)) {
    if (value) {
      next.set(name, value)
    } else {
      next.delete(name)
    }
  }
  return next
}

/** Whether every word stands somewhere in the item. For one's own items: the API's search finds only what is published. */
export function hasWords(item: Item, q: string): boolean {
  const text = [
    item.title, 'summary' in item ? item.summary : null, 'blindSummary' in item ? item.blindSummary : null, item.description, item.externalRef, item.keywords.join(' '),
  ].filter(Boolean).join(' ')
  const folded = fold(text)
  return fold(q).split(/\s+/).every(word => folded.includes(word))
}

function fold(text: string) {
  return text.normalize('NFKC').toLowerCase().trim()
}
