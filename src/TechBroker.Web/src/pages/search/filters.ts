import type { MarketFilter } from '../../api/queries'

export const filterNames = ['q', 'field', 'region', 'minTrl', 'mode'] as const
const choices = ['field', 'region', 'minTrl', 'mode'] as const

export type FilterChange = Partial<Record<(typeof choices)[number], string | undefined>>

/** Which filters are set, without the words. */
export function chosenNames(filter: MarketFilter) {
  return choices.filter(name => filter[name])
}

/** What the address asks for: it can be kept, sent to others, and gone back to. Empty and unknown things are left out. */
export function readFilter(params: URLSearchParams): MarketFilter {
  return Object.fromEntries(filterNames.flatMap(name => {
    const value = params.get(name)?.trim()
    return value ? [[name, value]] : []
  }))
}

/** The address with one thing changed. */
export function writeFilter(params: URLSearchParams, change: Partial<Record<(typeof filterNames)[number], string | undefined>>): URLSearchParams {
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
