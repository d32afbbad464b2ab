import { useEffect } from 'react'
import { onLive } from '../../../app/live/bus'
import { outboxOf, send } from './sender'

const everySoOften = 30_000

/** On every page of work, so that what was logged on the floor leaves as soon as it can, wherever its author is by then. */
export function OutboxSender({ account }: { account: string }) {
  useEffect(() => {
    const outbox = outboxOf(account)
    const trySending = () => {
      if (outbox.list().some(entry => entry.state === 'waiting')) {
        void send(account)
      }
    }
    const follow = (event: StorageEvent) => {
      if (outbox.isOwn(event.key)) {
        outbox.changed()
      }
    }
    trySending()
    const timer = setInterval(trySending, everySoOften)
    const stop = onLive(event => event === 'open' && trySending())
    addEventListener('online', trySending)
    addEventListener('storage', follow)
    return () => {
      clearInterval(timer)
      stop()
      removeEventListener('online', trySending)
      removeEventListener('storage', follow)
    }
  }, [account])
  return null
}
