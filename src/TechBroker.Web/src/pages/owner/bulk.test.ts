import { describe, expect, it } from 'vitest'
import { ApiProblem } from '../../api/problem'
import { runAll } from './bulk'

const watch = { onResult: () => undefined, stopped: () => false, wait: () => Promise.resolve() }

describe('many calls', () => {
  it('are all made, and those that fail are told with their reason', async () => {
    const seen: number[] = []
    const results = await runAll([1, 2, 3, 4, 5, 6], async n => {
      if (n === 3) {
        throw new ApiProblem(409, 'wrong-state', 'no')
      }
    }, { ...watch, onResult: result => seen.push(result.item) })
    expect(seen.sort()).toEqual([1, 2, 3, 4, 5, 6])
    expect(results.filter(r => r.problem).map(r => r.item)).toEqual([3])
  })

  it('are made again when the server is busy, but not for ever', async () => {
    let calls = 0
    const waits: number[] = []
    const slow = { ...watch, wait: (seconds: number) => (waits.push(seconds), Promise.resolve()) }
    const [once] = await runAll(['a'], async () => {
      if (++calls < 3) {
        throw new ApiProblem(429, 'too-many-requests', '', {}, undefined, 2)
      }
    }, slow)
    expect([once!.problem, calls, waits]).toEqual([null, 3, [2, 2]])

    const [never] = await runAll(['a'], () => Promise.reject(new ApiProblem(429, 'too-many-requests', '')), slow)
    expect((never!.problem as ApiProblem).status).toBe(429)
  })

  it('end when they cannot go on, or when somebody says so', async () => {
    const items = Array.from({ length: 50 }, (_, i) => i)
    const gone = await runAll(items, () => Promise.reject(new ApiProblem(0, 'offline', '')), watch)
    expect(gone.length).toBeLessThan(10)

    let done = 0
    await runAll(items, async () => void done++, { ...watch, stopped: () => done >= 8 })
    expect(done).toBeLessThan(15)
  })

  it('of nothing are none', async () => {
    expect(await runAll([], () => Promise.resolve(), watch)).toEqual([])
  })
})
