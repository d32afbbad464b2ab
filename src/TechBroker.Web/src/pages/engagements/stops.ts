import type { Engagement, Entry } from './queries'
import { states, type State } from './states'

export interface Stop {
  state: State
  /** When it was reached, as far as that is on record. */
  at?: string
  /** Skipped is what lies behind and never was: a negotiation can begin without a meeting. */
  place: 'done' | 'skipped' | 'current' | 'ahead'
}

/** The states on the way with their dates. Publicity stands there only where it is, was or may become one of them. */
export function progressOf(engagement: Engagement, log: readonly Entry[]): Stop[] {
  const dates = datesOf(engagement, log)
  const way = states.filter(state => state !== 'closed' && (state !== 'publicity' || hasPublicity(engagement)))
  const reached = engagement.state === 'closed'
    ? Math.max(0, ...way.map((state, i) => (dates[state] ? i : 0)))
    : way.indexOf(engagement.state as State)
  const stops: Stop[] = way.map((state, i) => ({
    state,
    at: i <= reached ? dates[state] : undefined,
    place: i > reached ? 'ahead'
      : i < reached && !dates[state] ? 'skipped'
      : i < reached || engagement.state === 'closed' || engagement.state === 'signed' ? 'done'
      : 'current',
  }))
  return engagement.state === 'closed' ? [...stops.slice(0, reached + 1), { state: 'closed', at: dates.closed, place: 'current' }] : stops
}

function hasPublicity(engagement: Engagement) {
  const settled = engagement.state === 'signed' || engagement.state === 'closed' || (engagement.priceMode ?? 'negotiated') !== 'negotiated'
  return !settled || Boolean(engagement.publicityFrom)
}

function datesOf(engagement: Engagement, log: readonly Entry[]): Partial<Record<State, string>> {
  const interests = [engagement.listingInterestAt, engagement.needInterestAt].filter(at => at !== null && at !== undefined).sort()
  // What was before a reopening is not where it stands now.
  const since = log.findLastIndex(entry => entry.action === 'reopen')
  const last = (...actions: string[]) => log.slice(since + 1).findLast(entry => actions.includes(entry.action))?.at
  const first = (action: string) => log.slice(since + 1).find(entry => entry.action === action)?.at
  return {
    proposed: engagement.createdAt,
    interested: interests[0],
    mutual: interests[1],
    introduced: since < 0 ? engagement.introducedAt ?? undefined : last('introduce'),
    met: first('meet'),
    negotiating: last('negotiate'),
    publicity: last('publicise'),
    signed: last('sign'),
    closed: last('decline', 'close'),
  }
}
