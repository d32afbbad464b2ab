import { useRef } from 'react'
import { idempotencyKey } from '../api/client'
import { isProblem } from '../api/problem'

/**
 * Keeps the key of something sent as long as nobody knows whether it arrived: the same content goes with the same key then. What was
 * answered, with success or not, or was changed by its author, is a new request.
 */
export function useRepeatKey() {
  const waiting = useRef<{ content: string; key: string }>(undefined)
  return async <R>(content: unknown, send: (key: string) => Promise<R>): Promise<R> => {
    const text = JSON.stringify(content)
    if (waiting.current?.content !== text) {
      waiting.current = { content: text, key: idempotencyKey() }
    }
    try {
      const answer = await send(waiting.current.key)
      waiting.current = undefined
      return answer
    } catch (error) {
      if (isProblem(error) && !error.isOffline) {
        waiting.current = undefined
      }
      throw error
    }
  }
}
