import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Schema } from '../../api/client'
import { isPersonal } from '../../api/queries'
import { useSession } from '../session'
import { tellLive } from './bus'
import { keepOpen } from './connection'
import { eventKinds, eventOf, keysOf, progressOf, type EventKind, type LiveEvent } from './events'
import { gather } from './gather'

// The centre's people are told of the whole market: a thousand of them do not read their lists anew with each of its changes.
const restOfStaff = 8_000
const restOfOthers = 2_000

/** For whoever is signed in: what others do appears by itself. It shows nothing, and is loaded after the page. */
export function Live() {
  const { me, has } = useSession()
  const queries = useQueryClient()
  const account = me?.id
  const rest = has('manager', 'organiser', 'admin') ? restOfStaff : restOfOthers
  useEffect(() => (account ? listen(queries, rest) : undefined), [account, queries, rest])
  return null
}

function listen(queries: QueryClient, rest: number): () => void {
  const gathered = gather(keys => keys.forEach(queryKey => void queries.invalidateQueries({ queryKey })), rest)
  const readAnew = () => void queries.invalidateQueries({ predicate: isPersonal })

  const take = (event: LiveEvent) => {
    showProgress(queries, event)
    const keys = keysOf(event)
    if (keys === 'everything') {
      readAnew()
    } else {
      gathered.add(keys)
    }
    tellLive(event)
  }

  const close = keepOpen(() => new EventSource('/api/v1/stream'), document, {
    kinds: eventKinds,
    onEvent: (kind, text) => {
      const event = eventOf(kind as EventKind, text)
      if (event) {
        take(event)
      }
    },
    onOpen: () => tellLive('open'),
    onGap: readAnew,
    // Should the session have ended, this is how the page learns of it.
    onRefused: () => void queries.invalidateQueries({ queryKey: ['me'] }),
  })
  return () => {
    close()
    gathered.stop()
  }
}

/** A bar that moves with each event, without asking. */
function showProgress(queries: QueryClient, event: LiveEvent) {
  const progress = progressOf(event)
  if (progress) {
    queries.setQueryData<Schema['ImportJobBody']>(['imports', progress.id], shown => (shown && 'processed' in shown ? { ...shown, ...progress } : undefined))
  }
}
