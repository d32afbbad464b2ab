import type { Viewer } from '../engagements/steps'
import type { Deal } from './queries'
import type { DealState } from './states'

/** In the order of the menu. */
export const dealStepKeys = ['approve', 'reject', 'register', 'refuse', 'pay', 'complete', 'breach', 'terminate', 'reverse'] as const

export type DealStepKey = (typeof dealStepKeys)[number]

const running: DealState[] = ['signed', 'registered', 'refused', 'performing']
const standing: DealState[] = [...running, 'completed', 'breached', 'terminated']
const unregistered: DealState[] = ['signed', 'refused', 'performing']

/** From which state a step is possible, as the domain has it (DealStates). */
const from: Record<DealStepKey, readonly DealState[]> = {
  approve: ['pendingApproval'],
  reject: ['pendingApproval'],
  register: unregistered,
  refuse: unregistered,
  pay: standing,
  complete: running,
  breach: running,
  terminate: running,
  reverse: standing,
}

/**
 * What the caller may do now.
 * @param runner Who runs the engagement, and with it the contract.
 */
export function dealStepsFor(deal: Deal, me: Viewer, runner: string | null | undefined): DealStepKey[] {
  const mayRun = me.isOrganiser || (me.isManager && runner === me.id)
  return dealStepKeys.filter(step => {
    if (!from[step].includes(deal.state as DealState)) {
      return false
    }
    switch (step) {
      case 'approve':
      case 'reject':
        return me.isOrganiser && deal.recordedBy !== me.id
      case 'register':
      case 'refuse':
        return mayRun && !deal.registeredOn
      case 'pay':
        return mayRun && (hasRoyalty(deal) || left(deal) > 0)
      default:
        return mayRun
    }
  })
}

export function mayReversePayments(deal: Deal, me: Viewer, runner: string | null | undefined) {
  return standing.includes(deal.state as DealState) && (me.isOrganiser || (me.isManager && runner === me.id))
}

export function primaryDealStep(deal: Deal, steps: readonly DealStepKey[]): DealStepKey | undefined {
  const ended = ['completed', 'breached', 'terminated'].includes(deal.state)
  const wanted: DealStepKey[] = deal.state === 'signed' ? ['approve', 'register', 'pay'] : ended ? [] : left(deal) > 0 || hasRoyalty(deal) ? ['approve', 'pay', 'register'] : ['approve', 'complete']
  return wanted.find(step => steps.includes(step))
}

/** What is not paid yet, in minor units. */
export function left(deal: Deal) {
  return (deal.amount.minorUnits ?? 0) - (deal.ledger.paid.minorUnits ?? 0)
}

function hasRoyalty(deal: Deal) {
  return deal.paymentPlan === 'royalty' || deal.paymentPlan === 'entryFeePlusRoyalty'
}
