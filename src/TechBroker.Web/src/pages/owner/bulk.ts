import { isProblem } from '../../api/problem'

export interface Result<T> {
  item: T
  /** Null where it is done. */
  problem: unknown
}

/** At a time: enough to hide the way to the server, few enough to leave room for others. */
const width = 4
const mostWaits = 5

/**
 * One call for each item. What the server is too busy for is asked again; what fails otherwise is told, and does not keep the rest from being
 * done, unless nobody is signed in any more or the network is gone. What was not begun by then, or after `stopped()`, is not among the results.
 */
export async function runAll<T>(
  items: readonly T[],
  call: (item: T) => Promise<unknown>,
  watch: { onResult: (result: Result<T>) => void; stopped: () => boolean; wait?: (seconds: number) => Promise<void> },
): Promise<Result<T>[]> {
  const results: Result<T>[] = []
  const wait = watch.wait ?? (seconds => new Promise(resolve => setTimeout(resolve, seconds * 1000)))
  let next = 0
  let over = false

  const work = async () => {
    while (next < items.length && !over && !watch.stopped()) {
      const item = items[next++]!
      const problem = await attempt(() => call(item), wait)
      over ||= isProblem(problem, 'not-signed-in', 'offline')
      const result = { item, problem }
      results.push(result)
      watch.onResult(result)
    }
  }
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, work))
  return results
}

async function attempt(call: () => Promise<unknown>, wait: (seconds: number) => Promise<void>): Promise<unknown> {
  for (let waits = 0; ; waits++) {
    try {
      await call()
      return null
    } catch (problem) {
      if (!isProblem(problem) || problem.status !== 429 || waits === mostWaits) {
        return problem
      }
      await wait(problem.retryAfterSeconds ?? 1)
    }
  }
}
