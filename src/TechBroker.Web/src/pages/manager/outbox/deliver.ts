import type { Schema } from '../../../api/client'
import { isProblem, type ApiProblem } from '../../../api/problem'
import type { Entry } from './entry'
import type { Outbox } from './store'

/** The two requests of an entry, and who the server takes us for. */
export interface Port {
  whoAmI: () => Promise<string>
  postNeed: (body: Schema['PostNeedBody'], key: string) => Promise<string>
  postEngagement: (body: Schema['PostEngagementBody'], key: string) => Promise<string>
}

/** One tab at a time: navigator.locks where the browser has them. Without them work is done in vain, but never twice: the keys see to that. */
export type Lock = (work: () => Promise<void>) => Promise<void>

// The server remembers keys for seven days. What may have arrived longer ago could be done a second time, so a person looks at it first.
const keysLast = 6 * 24 * 3_600_000

export const tooOld = 'too-old'

/** Sends what waits, in order, until it is done or the server cannot be reached. */
export async function deliver(outbox: Outbox, port: Port, lock: Lock, now: () => number = Date.now): Promise<void> {
  await lock(async () => {
    outbox.changed()
    for (const { id } of outbox.list().filter(entry => entry.state === 'waiting')) {
      // Another tab may have sent it, or somebody thrown it away, while those before it were on their way.
      const entry = outbox.find(id)
      if (entry?.state === 'waiting' && !(await deliverOne(outbox, entry, port, now))) {
        return
      }
    }
  })
}

/** @returns False where there is no use in trying the next. */
async function deliverOne(outbox: Outbox, entry: Entry, port: Port, now: () => number): Promise<boolean> {
  if (entry.sentSince !== undefined && now() - entry.sentSince > keysLast) {
    outbox.put({ ...entry, state: 'refused', reason: tooOld })
    return true
  }

  let current = entry
  try {
    // Somebody else may have signed in with this browser in another tab.
    if ((await port.whoAmI()) !== outbox.account) {
      return false
    }
    current = { ...current, sentSince: current.sentSince ?? now() }
    outbox.put(current)
    const needId = current.needId ?? (await port.postNeed(current.need, current.keys.need))
    current = { ...current, needId }
    outbox.put(current)
    const engagementId = await port.postEngagement({ listingId: current.note.listing.id, needId, note: current.remark }, current.keys.engagement)
    outbox.put({ ...current, state: 'done', engagementId })
    outbox.prune()
    return true
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal) {
      outbox.put({ ...current, state: 'refused', reason: refusal.detail })
    }
    return refusal !== undefined
  }
}

/**
 * The API itself said no to this very request, and would again. No answer, a server in trouble, too many requests, a session that has ended, or an
 * answer that is not the API's (the page of a public network where one has to sign in) say nothing about the entry.
 */
function refusalOf(error: unknown): ApiProblem | undefined {
  return isProblem(error) && error.status >= 400 && error.status < 500 && ![401, 408, 425, 429].includes(error.status)
    && error.code !== 'antiforgery' && !error.code.startsWith('http-')
    ? error
    : undefined
}
