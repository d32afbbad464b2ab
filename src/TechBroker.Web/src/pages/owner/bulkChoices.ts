import type { Item, Kind } from './items'
import type { Rights } from './rights'
import { actionsOf, type Action } from './states'

export interface BulkTask {
  action: Exclude<Action, 'return' | 'approve'>
  items: Item[]
}

const offered = { listings: ['publish', 'submit', 'resume', 'suspend', 'renew', 'withdraw'], needs: ['publish', 'resume', 'renew', 'withdraw'] } as const
const always: readonly Action[] = ['withdraw']

/** For each step those of the items that can take it now; steps that none can take are left out. Approving is not among them: it asks for reading. */
export function bulkChoices(kind: Kind, items: readonly Item[], rightsFor: (item: Item) => Rights): BulkTask[] {
  const able = new Map<Action, Item[]>()
  for (const item of items) {
    const rights = rightsFor(item)
    for (const action of rights.change === 'yes' ? actionsOf(kind, item, rights.approval) : []) {
      able.set(action, [...(able.get(action) ?? []), item])
    }
  }
  return offered[kind].filter(action => able.has(action) || always.includes(action)).map(action => ({ action, items: able.get(action) ?? [] }))
}
