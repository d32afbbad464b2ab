import type { Me } from '../../api/client'
import type { Item, Kind } from './items'
import type { Approval } from './states'

export interface Rights {
  /** May change it; `perhaps` where only the API knows (a manager, who may change what they entered themselves). */
  change: 'yes' | 'perhaps' | 'no'
  approval: Approval
  /** Belongs to the caller's side, who can say whether they are interested. */
  own: boolean
}

export function isStaff(me: Me) {
  return me.roles.some(role => role === 'manager' || role === 'organiser' || role === 'admin')
}

/** What the API will most likely let the caller do; it decides. Whether a foreign organisation approves first is not known here: publishing then submits. */
export function rightsOf(me: Me, kind: Kind, item: Pick<Item, 'organisationId'>): Rights {
  const mine = item.organisationId ? item.organisationId === me.organisation?.id : !isStaff(me)
  const own = mine && me.roles.includes(kind === 'listings' ? 'provider' : 'seeker')
  const asked = mine && kind === 'listings' && me.organisation?.approvesListings === true
  return {
    change: own || me.roles.includes('organiser') || me.roles.includes('admin') ? 'yes' : me.roles.includes('manager') ? 'perhaps' : 'no',
    approval: { asked, byMe: asked && me.approver },
    own,
  }
}
