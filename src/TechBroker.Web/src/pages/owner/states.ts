import type { Item, Kind } from './items'

/** In the order in which an item passes through them; those after `live` have left the market. */
export const states = {
  listings: { live: ['draft', 'submitted', 'returned', 'published', 'suspended', 'reserved'], over: ['expired', 'transferred', 'withdrawn'] },
  needs: { live: ['draft', 'triage', 'returned', 'published', 'inNegotiation'], over: ['expired', 'satisfied', 'withdrawn'] },
} as const

export type State = (typeof states)[Kind]['live' | 'over'][number]

export type Tone = 'quiet' | 'busy' | 'good' | 'attention' | 'bad' | 'talks' | 'done'

/** The colour of the dot beside the state's name, which is always there. */
export const stateTones: Record<State, Tone> = {
  draft: 'quiet',
  submitted: 'busy',
  triage: 'busy',
  returned: 'bad',
  published: 'good',
  suspended: 'attention',
  reserved: 'talks',
  inNegotiation: 'talks',
  expired: 'attention',
  transferred: 'done',
  satisfied: 'done',
  withdrawn: 'quiet',
}

export function isState(kind: Kind, value: string | null | undefined): value is State {
  const known: readonly string[] = [...states[kind].live, ...states[kind].over]
  return known.includes(value ?? '')
}

/** What people do, by the name on the button; several of them are the same call. */
export type Action = 'publish' | 'submit' | 'approve' | 'return' | 'suspend' | 'resume' | 'renew' | 'withdraw'

export type Call = 'publish' | 'submit' | 'suspend' | 'withdraw'

export function callOf(action: Exclude<Action, 'return'>): Call {
  return action === 'approve' || action === 'resume' || action === 'renew' ? 'publish' : action
}

/** What an organisation's own approval means for whoever looks at the item. */
export interface Approval {
  asked: boolean
  byMe: boolean
}

/** The steps from where the item stands, the next one first. Whether the caller may take them at all is another question. */
export function actionsOf(kind: Kind, item: Pick<Item, 'state' | 'mergedInto'>, approval: Approval): Action[] {
  if (item.mergedInto) {
    return isOver(item.state) ? [] : ['withdraw']
  }
  return kind === 'listings' ? listingActions(item.state as State, approval) : needActions(item.state as State)
}

function listingActions(state: State, { asked, byMe }: Approval): Action[] {
  const waits = asked && !byMe
  switch (state) {
    case 'draft':
    case 'returned':
      return [waits ? 'submit' : 'publish', 'withdraw']
    case 'submitted':
      return asked && byMe ? ['approve', 'return', 'withdraw'] : asked ? ['withdraw'] : ['publish', 'withdraw']
    case 'published':
      return ['suspend', 'withdraw']
    case 'suspended':
    case 'reserved':
      return [waits ? 'submit' : 'resume', 'withdraw']
    case 'expired':
      return [waits ? 'submit' : 'renew', 'withdraw']
    default:
      return []
  }
}

function needActions(state: State): Action[] {
  switch (state) {
    case 'draft':
    case 'triage':
    case 'returned':
      return ['publish', 'withdraw']
    case 'published':
      return ['withdraw']
    case 'inNegotiation':
      return ['resume', 'withdraw']
    case 'expired':
      return ['renew', 'withdraw']
    default:
      return []
  }
}

/** Off the market for good. An expired one can be renewed. */
export function isOver(state: string) {
  return state === 'transferred' || state === 'satisfied' || state === 'withdrawn'
}

/** What is on the market as its organisation approved it is changed by the approver alone, or after it was suspended. */
export function mayEdit(kind: Kind, item: Pick<Item, 'state' | 'mergedInto'>, { asked, byMe }: Approval) {
  return !isOver(item.state) && !item.mergedInto && !(kind === 'listings' && asked && !byMe && item.state === 'published')
}

/** The way back, where the API has one that takes effect at once. A withdrawal is for good. */
export function undoOf(kind: Kind, action: Action, { asked, byMe }: Approval): 'suspend' | 'resume' | null {
  if (kind === 'needs') {
    return null
  }
  switch (action) {
    case 'publish':
    case 'approve':
    case 'resume':
    case 'renew':
      return 'suspend'
    case 'suspend':
      return asked && !byMe ? null : 'resume'
    default:
      return null
  }
}
