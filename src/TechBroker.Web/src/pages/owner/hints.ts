import { asListing, type Item, type Kind } from './items'
import { isOver } from './states'

export type Hint = 'summary' | 'description' | 'fields' | 'trl' | 'keywords'

/** Shorter ones leave the scoring little to go by. */
const shortText = 60

/** What would make for better matches, the most useful first. */
export function hintsOf(kind: Kind, item: Item): Hint[] {
  if (isOver(item.state) || item.mergedInto) {
    return []
  }
  const listing = asListing(kind, item)
  const hints: [Hint, boolean][] = [
    ['summary', listing !== null && !listing.summary?.trim()],
    ['description', (item.description?.trim().length ?? 0) < shortText],
    ['fields', item.fields.length === 0],
    ['trl', listing !== null && !listing.trl],
    ['keywords', item.keywords.length === 0],
  ]
  return hints.filter(([, lacks]) => lacks).map(([hint]) => hint)
}
