import type { Engagement } from '../queries'
import { states, type State } from '../states'
import { openSides, stepsFor, type StepKey, type Viewer } from '../steps'

/** Where a step leads, so that a card can be moved there; null where it leaves the state as it is. */
function leadsTo(step: StepKey, engagement: Engagement): State | null {
  switch (step) {
    case 'interest':
      return openSides(engagement).length === 2 ? 'interested' : 'mutual'
    case 'introduce':
      return 'introduced'
    case 'hold':
      return engagement.state === 'introduced' ? 'met' : null
    case 'negotiate':
      return 'negotiating'
    case 'publicise':
      return 'publicity'
    case 'deal':
      return 'signed'
    case 'close':
      return 'closed'
    case 'reopen':
      return openSides(engagement).length === 0 ? 'mutual' : openSides(engagement).length === 1 ? 'interested' : 'proposed'
    default:
      return null
  }
}

/** The columns to which the caller may move a card now, each with the step that does it. */
export function targetsOf(engagement: Engagement, me: Viewer, today: string): Map<State, StepKey> {
  const found = stepsFor(engagement, me, today).flatMap(step => {
    const state = leadsTo(step, engagement)
    return state && state !== engagement.state ? [[state, step] as const] : []
  })
  return new Map(found.sort(([a], [b]) => states.indexOf(a) - states.indexOf(b)))
}
