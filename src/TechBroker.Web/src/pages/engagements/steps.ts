import type { Schema } from '../../api/client'
import { states, type State } from './states'

type Engagement = Schema['EngagementBody']

export interface Viewer {
  id: string
  /** A manager, an organiser or an administrator: the people of the centre. */
  isStaff: boolean
  isOrganiser: boolean
  isManager: boolean
}

/** In the order of the menu. `deal` leads to the form of a contract, the others open a small one. */
export const stepKeys = [
  'accept', 'pass', 'takeUp', 'interest', 'introduce', 'plan', 'hold', 'negotiate', 'publicise', 'object', 'outcome', 'deal', 'credit', 'handOver', 'reopen', 'decline', 'close',
] as const

export type StepKey = (typeof stepKeys)[number]

const live = states.filter(state => state !== 'closed')
const unsigned = live.filter(state => state !== 'signed')
const introduced: State[] = ['introduced', 'met', 'negotiating', 'publicity']

/** From which state a step is possible, as the domain has it (EngagementStates). */
const from: Record<StepKey, readonly State[]> = {
  accept: live,
  pass: unsigned,
  takeUp: live,
  interest: ['proposed', 'interested'],
  introduce: ['mutual'],
  plan: [...introduced, 'signed'],
  hold: [...introduced, 'signed'],
  negotiate: introduced,
  publicise: ['negotiating'],
  object: ['publicity'],
  outcome: introduced,
  deal: ['negotiating', 'publicity', 'signed'],
  credit: live,
  handOver: live,
  reopen: ['closed'],
  decline: unsigned,
  close: unsigned,
}

const whileFrozen: readonly StepKey[] = ['pass', 'takeUp', 'handOver', 'decline', 'close', 'reopen']

/** What the caller may do now. The API decides all the same; this only keeps from sight what it would refuse. */
export function stepsFor(engagement: Engagement, me: Viewer, today: string): StepKey[] {
  return stepKeys.filter(step =>
    from[step].includes(engagement.state as State)
    && (!engagement.frozen || whileFrozen.includes(step))
    && mayTake(step, engagement, me, today))
}

function mayTake(step: StepKey, engagement: Engagement, me: Viewer, today: string): boolean {
  const { yourSide } = engagement
  if (yourSide) {
    return step === 'decline' || (step === 'interest' && !interestOf(engagement, yourSide))
  }
  const runs = engagement.managerId === me.id
  const mayRun = me.isOrganiser || runs
  switch (step) {
    case 'accept':
    case 'pass':
      return runs && Boolean(engagement.acceptBy)
    case 'takeUp':
      return me.isManager && !runs && (!engagement.managerId || engagement.frozen)
    case 'interest':
      return mayRun && openSides(engagement).length > 0
    case 'introduce':
      return runs && me.isManager
    case 'publicise':
      return mayRun && engagement.priceMode === 'negotiated'
    case 'deal':
      return mayRun && (engagement.state !== 'publicity' || !engagement.publicityUntil || engagement.publicityUntil <= today)
    case 'credit':
      return mayRun && Boolean(engagement.managerId)
    default:
      return mayRun
  }
}

function interestOf(engagement: Engagement, side: string) {
  return side === 'listing' ? engagement.listingInterestAt : engagement.needInterestAt
}

/** The sides whose interest is not on record. */
export function openSides(engagement: Engagement): ('listing' | 'need')[] {
  return (['listing', 'need'] as const).filter(side => !interestOf(engagement, side))
}

/** The one step that takes it on, among those that are possible. */
export function primaryStep(engagement: Engagement, steps: readonly StepKey[], known: { sellerIsPublic: boolean; planned: boolean }): StepKey | undefined {
  const wanted: Record<State, StepKey[]> = {
    proposed: ['interest'],
    interested: ['interest'],
    mutual: ['introduce'],
    introduced: known.planned ? ['hold'] : ['plan'],
    met: ['negotiate'],
    negotiating: known.sellerIsPublic && engagement.priceMode === 'negotiated' ? ['publicise'] : ['deal'],
    publicity: ['deal'],
    signed: [],
    closed: ['reopen'],
  }
  const urgent: StepKey[] = engagement.frozen ? ['takeUp', 'handOver'] : ['accept', 'takeUp']
  return [...urgent, ...wanted[engagement.state as State]].find(step => steps.includes(step))
}

/** A price that a public institution negotiates is made public first; the words are those that the API goes by. */
export function isPublicInstitution(nature: string | null | undefined) {
  return /^\s*public\s*$|public ?institution|事业单位|公办|公立|国立/i.test(nature ?? '')
}
