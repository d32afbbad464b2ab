import { api } from '../../../api/client'
import { deliver, type Lock, type Port } from './deliver'
import { Outbox, type Shelf } from './store'

const outboxes = new Map<string, Outbox>()
const running = new Map<string, Promise<void>>()
const asked = new Set<string>()

// On a bad network an answer may never come; the request is repeated with its key.
const patience = 20_000

export function outboxOf(account: string): Outbox {
  const outbox = outboxes.get(account) ?? new Outbox(shelf(), account)
  outboxes.set(account, outbox)
  return outbox
}

/** Sends what waits. Asked again while it is at it, it goes through once more. */
export function send(account: string): Promise<void> {
  asked.add(account)
  const now = running.get(account) ?? run(account)
  running.set(account, now)
  return now
}

export function isSending(account: string) {
  return running.has(account)
}

async function run(account: string) {
  const outbox = outboxOf(account)
  await Promise.resolve()
  try {
    while (asked.delete(account)) {
      await deliver(outbox, port, lock)
    }
  } finally {
    running.delete(account)
    outbox.changed()
  }
}

const port: Port = {
  whoAmI: async () => idOf((await api.GET('/api/v1/me', { signal: AbortSignal.timeout(patience) })).data),
  postNeed: async (body, key) =>
    idOf((await api.POST('/api/v1/needs', { params: { header: { 'Idempotency-Key': key } }, body, signal: AbortSignal.timeout(patience) })).data),
  postEngagement: async (body, key) =>
    idOf((await api.POST('/api/v1/engagements', { params: { header: { 'Idempotency-Key': key } }, body, signal: AbortSignal.timeout(patience) })).data),
}

// A public network may answer with a page of its own.
function idOf(body: { id: string } | undefined): string {
  if (typeof body?.id !== 'string') {
    throw new SyntaxError('This is no answer of the API.')
  }
  return body.id
}

// Browsers have no locks where the page came without TLS from another machine.
const lock: Lock = async work => {
  if ('locks' in navigator) {
    await navigator.locks.request('techbroker.outbox', work)
  } else {
    await work()
  }
}

function shelf(): Shelf {
  try {
    return localStorage
  } catch {
    // Storage is blocked: what cannot be put anywhere is kept by the outbox itself, as long as the page lives.
    return { length: 0, key: () => null, getItem: () => null, removeItem: () => undefined, setItem: () => { throw new Error('Nothing is kept here.') } }
  }
}
