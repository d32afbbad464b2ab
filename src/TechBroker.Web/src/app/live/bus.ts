import type { LiveEvent } from './events'

type Listener = (event: LiveEvent | 'open') => void

const listeners = new Set<Listener>()

/** For what does more with an event than reading anew: toasts, and what was to be sent when the network is back (`open`). */
export function onLive(listener: Listener): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export function tellLive(event: LiveEvent | 'open') {
  listeners.forEach(listener => listener(event))
}
