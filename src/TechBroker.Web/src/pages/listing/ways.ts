/** What somebody can do with an item of the market that they are reading. */
export type Way =
  /** It is their own organisation's: they go on at work. */
  | 'own'
  /** They bring it together with any other item. */
  | 'pair'
  /** They say that their own organisation is interested, with an item of its own. */
  | 'interest'
  /** Only the other side could. */
  | 'otherSide'

export type Kind = 'listing' | 'need'

/** As POST /engagements allows it: the centre's people any pair, a side a pair with an item of its own. */
export function wayOf(kind: Kind, item: { organisationId?: string | null }, me: { roles: readonly string[]; organisation?: { id: string } | null }): Way {
  const plays = (...roles: string[]) => roles.some(role => me.roles.includes(role))
  if (plays('manager', 'organiser', 'admin')) {
    return 'pair'
  }
  if (item.organisationId && item.organisationId === me.organisation?.id) {
    return 'own'
  }
  return plays(kind === 'listing' ? 'seeker' : 'provider') ? 'interest' : 'otherSide'
}
