import type { QueryKey } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { gather } from './gather'

const told: QueryKey[][] = []
beforeEach(() => {
  vi.useFakeTimers()
  told.length = 0
})
afterEach(() => vi.useRealTimers())

it('what comes together is set aside together, and soon', () => {
  const gathered = gather(keys => told.push(keys), 3_000)
  gathered.add([['matches', 'need', '1']])
  gathered.add([['matches', 'need', '1'], ['engagements']])
  vi.advanceTimersByTime(200)
  expect(told).toEqual([[['engagements'], ['matches', 'need', '1']]])
})

it('the same again waits, and is not forgotten', () => {
  const gathered = gather(keys => told.push(keys), 3_000)
  for (let i = 0; i < 60; i++) {
    gathered.add([['engagements']])
    vi.advanceTimersByTime(100)
  }
  expect(told.length).toBe(2)
  vi.advanceTimersByTime(3_000)
  expect(told.length).toBe(3)
})

it('something else does not wait for it', () => {
  const gathered = gather(keys => told.push(keys), 3_000)
  gathered.add([['engagements']])
  vi.advanceTimersByTime(200)
  gathered.add([['engagements'], ['notices']])
  vi.advanceTimersByTime(200)
  expect(told).toEqual([[['engagements']], [['notices']]])
})

it('a flood of items sets the whole kind aside', () => {
  const gathered = gather(keys => told.push(keys), 3_000)
  gathered.add(Array.from({ length: 500 }, (_, i) => ['matches', 'need', String(i)]))
  vi.advanceTimersByTime(200)
  expect(told).toEqual([[['matches']]])
})

it('the whole of a kind holds its items', () => {
  const gathered = gather(keys => told.push(keys), 3_000)
  gathered.add([['needs', '1'], ['needs']])
  vi.advanceTimersByTime(200)
  expect(told).toEqual([[['needs']]])
})

it('stops', () => {
  const gathered = gather(keys => told.push(keys), 3_000)
  gathered.add([['engagements']])
  gathered.stop()
  vi.advanceTimersByTime(10_000)
  expect(told).toEqual([])
})
