import { api, bodyOf, idempotencyKey, ifMatch } from '../../api/client'
import type { Item, Kind } from './items'
import { callOf, type Action, type Call } from './states'

type Step = (id: string, headers: Record<string, string>) => Promise<{ data?: Item }>

const listingSteps: Record<Call, Step> = {
  publish: (id, headers) => api.POST('/api/v1/listings/{id}/publish', { params: { path: { id } }, headers }),
  submit: (id, headers) => api.POST('/api/v1/listings/{id}/submit', { params: { path: { id } }, headers }),
  suspend: (id, headers) => api.POST('/api/v1/listings/{id}/suspend', { params: { path: { id } }, headers }),
  withdraw: (id, headers) => api.POST('/api/v1/listings/{id}/withdraw', { params: { path: { id } }, headers }),
}

const needSteps: Partial<Record<Call, Step>> = {
  publish: (id, headers) => api.POST('/api/v1/needs/{id}/publish', { params: { path: { id } }, headers }),
  withdraw: (id, headers) => api.POST('/api/v1/needs/{id}/withdraw', { params: { path: { id } }, headers }),
}

/** Takes one step. Approved is what was read here: if somebody changed it meanwhile, the API says so. */
export function takeStep(kind: Kind, item: Item, action: Exclude<Action, 'return'>, key = idempotencyKey()): Promise<Item> {
  const step = (kind === 'listings' ? listingSteps : needSteps)[callOf(action)]
  if (!step) {
    throw new Error(`${kind} are not asked to ${action}.`)
  }
  return bodyOf<Item>(step(item.id, { 'Idempotency-Key': key, ...(action === 'approve' ? { 'If-Match': ifMatch(item.revision) } : {}) }))
}

export function returnListing(item: Item, reason: string): Promise<Item> {
  return bodyOf<Item>(api.POST('/api/v1/listings/{id}/return', { params: { path: { id: item.id } }, body: { reason } }))
}
