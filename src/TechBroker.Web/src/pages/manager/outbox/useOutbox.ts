import { useSyncExternalStore } from 'react'
import type { Entry } from './entry'
import { isSending, outboxOf } from './sender'
import type { Outbox } from './store'

export function useOutbox(account: string): { outbox: Outbox; entries: Entry[]; sending: boolean } {
  const outbox = outboxOf(account)
  return { outbox, entries: useSyncExternalStore(outbox.subscribe, outbox.list), sending: useSyncExternalStore(outbox.subscribe, () => isSending(account)) }
}
