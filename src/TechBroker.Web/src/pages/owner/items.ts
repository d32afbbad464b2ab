import type { Listing, Need } from '../../api/client'

export type Kind = 'listings' | 'needs'

/** What the pages of this area show is of one kind or the other; most of it is the same for both. */
export type Item = Listing | Need

export function asListing(kind: Kind, item: Item): Listing | null {
  return kind === 'listings' ? (item as Listing) : null
}

export function asNeed(kind: Kind, item: Item): Need | null {
  return kind === 'needs' ? (item as Need) : null
}

export function otherKind(kind: Kind): Kind {
  return kind === 'listings' ? 'needs' : 'listings'
}

/** The end of a pair that items of this kind are. */
export function sideOf(kind: Kind): 'listing' | 'need' {
  return kind === 'listings' ? 'listing' : 'need'
}
