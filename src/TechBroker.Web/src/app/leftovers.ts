import { draftsOf } from '../pages/forms/localDraft'
import { entriesOf } from '../pages/manager/outbox/store'

/** What somebody typed that the server does not have. No other account's pages show it, but whoever has the browser next could dig it out. */
export interface Leftovers {
  drafts: number
  /** Logged on the floor and not sent. */
  entries: number
}

export function leftoversOf(account: string, storage: Storage | null = browserStorage()): Leftovers {
  const names = namesOf(account, storage)
  return {
    drafts: names.filter(name => name.startsWith(draftPlace(account))).length,
    entries: names.filter(name => name.startsWith(entriesOf(account)) && !isDone(storage?.getItem(name))).length,
  }
}

/** Also what is done and was kept to be looked up. */
export function removeLeftovers(account: string, storage: Storage | null = browserStorage()) {
  namesOf(account, storage).forEach(name => storage?.removeItem(name))
}

function namesOf(account: string, storage: Storage | null): string[] {
  const names = Array.from({ length: storage?.length ?? 0 }, (_, i) => storage!.key(i) ?? '')
  return names.filter(name => name.startsWith(draftPlace(account)) || name.startsWith(entriesOf(account)))
}

function draftPlace(account: string) {
  return `techbroker.${draftsOf(account)}`
}

function isDone(entry: string | null | undefined) {
  try {
    return (JSON.parse(entry ?? '{}') as { state?: string }).state === 'done'
  } catch {
    return false
  }
}

function browserStorage(): Storage | null {
  try {
    return localStorage
  } catch {
    // Blocked: then nothing was kept either.
    return null
  }
}
