import type { Schema } from '../../api/client'
import type { Kind } from './items'

export type Engagement = Schema['EngagementBody']
export type Match = Schema['MatchBody']

/** Where people and pair stand, from the point of view of one side. */
export type Standing = 'asked' | 'waiting' | 'mutual' | 'talking' | 'signed' | 'closed'

/** `asked`: this side has not said anything yet; `waiting`: it has, and the other one has not. */
export function standingOf(engagement: Engagement, kind: Kind): Standing {
  switch (engagement.state) {
    case 'proposed':
    case 'interested':
      return (kind === 'listings' ? engagement.listingInterestAt : engagement.needInterestAt) ? 'waiting' : 'asked'
    case 'mutual':
      return 'mutual'
    case 'signed':
      return 'signed'
    case 'closed':
      return 'closed'
    default:
      return 'talking'
  }
}

export const standings = ['asked', 'waiting', 'mutual', 'talking', 'signed'] as const

/** How many engagements stand where, those that are closed left out. */
export function countStandings(engagements: readonly Engagement[], kind: Kind): Record<(typeof standings)[number], number> {
  const counts = { asked: 0, waiting: 0, mutual: 0, talking: 0, signed: 0 }
  for (const engagement of engagements) {
    const standing = standingOf(engagement, kind)
    if (standing !== 'closed') {
      counts[standing]++
    }
  }
  return counts
}

/** The engagement of each partner of one item: the live one, or else the newest. The list comes newest first. */
export function byPartner(engagements: readonly Engagement[], kind: Kind, id: string): Map<string, Engagement> {
  const partners = new Map<string, Engagement>()
  for (const engagement of engagements) {
    const [own, partner] = kind === 'listings' ? [engagement.listingId, engagement.needId] : [engagement.needId, engagement.listingId]
    if (own === id && partner) {
      const known = partners.get(partner)
      if (!known || (known.state === 'closed' && engagement.state !== 'closed')) {
        partners.set(partner, engagement)
      }
    }
  }
  return partners
}

/** How many live engagements each item has. */
export function liveByItem(engagements: readonly Engagement[], kind: Kind): Map<string, number> {
  const counts = new Map<string, number>()
  for (const engagement of engagements) {
    const id = kind === 'listings' ? engagement.listingId : engagement.needId
    if (id && engagement.state !== 'closed') {
      counts.set(id, (counts.get(id) ?? 0) + 1)
    }
  }
  return counts
}

export interface MatchGroups {
  good: Match[]
  worthALook: Match[]
  more: Match[]
}

/** Level 4 is strong and 3 fairly strong; what lies below is there for whoever wants to see more. */
export function byLevel(matches: readonly Match[]): MatchGroups {
  return {
    good: matches.filter(match => match.level >= 4),
    worthALook: matches.filter(match => match.level === 3),
    more: matches.filter(match => match.level < 3),
  }
}

/** The id in what somebody pasted: an address of the platform or the id itself. */
export function idIn(text: string): string | null {
  return /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/i.exec(text)?.[0].toLowerCase() ?? null
}
