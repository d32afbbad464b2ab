import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { keepOpen, type Source } from './connection'

class FakeSource extends EventTarget implements Source {
  readyState = 0
  close = () => void (this.readyState = 2)

  stand() {
    this.readyState = 1
    this.dispatchEvent(new Event('open'))
  }

  fail(readyState: number) {
    this.readyState = readyState
    this.dispatchEvent(new Event('error'))
  }
}

class FakePage extends EventTarget {
  visibilityState = 'visible'

  show(state: 'visible' | 'hidden') {
    this.visibilityState = state
    this.dispatchEvent(new Event('visibilitychange'))
  }
}

function begin() {
  const [sources, told, page] = [[] as FakeSource[], [] as string[], new FakePage()]
  const open = () => {
    const source = new FakeSource()
    sources.push(source)
    return source
  }
  const stop = keepOpen(open, page as never, {
    kinds: ['notice'],
    onEvent: (kind, data) => told.push(`${kind} ${data}`),
    onOpen: () => told.push('open'),
    onGap: () => told.push('gap'),
    onRefused: () => told.push('refused'),
  })
  return { sources, told, page, stop }
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

it('hands events on', () => {
  const { sources, told } = begin()
  sources[0]!.stand()
  sources[0]!.dispatchEvent(new MessageEvent('notice', { data: '{}' }))
  expect(told).toEqual(['open', 'notice {}'])
})

it('leaves what is lost to the browser, which misses nothing', () => {
  const { sources, told } = begin()
  sources[0]!.stand()
  sources[0]!.fail(0)
  sources[0]!.stand()
  vi.advanceTimersByTime(100_000)
  expect(sources.length).toBe(1)
  expect(told).toEqual(['open', 'open'])
})

it('what was refused is tried again, less and less often, and what was missed is read anew', () => {
  const { sources, told } = begin()
  const gaps: number[] = []
  for (let i = 0; i < 7; i++) {
    sources.at(-1)!.fail(2)
    const before = Date.now()
    vi.advanceTimersToNextTimer()
    gaps.push(Date.now() - before)
  }
  expect(gaps[0]).toBeLessThan(3_000)
  expect(gaps[5]).toBeGreaterThan(gaps[0]! * 5)
  expect(Math.max(...gaps)).toBeLessThanOrEqual(75_000)
  sources.at(-1)!.stand()
  expect(told.slice(-2)).toEqual(['open', 'gap'])
})

it('a page that nobody looks at gives its connection back, and comes back', () => {
  const { sources, told, page } = begin()
  sources[0]!.stand()
  page.show('hidden')
  vi.advanceTimersByTime(30_000)
  page.show('visible')
  vi.advanceTimersByTime(100_000)
  expect(sources.length).toBe(1)

  page.show('hidden')
  vi.advanceTimersByTime(61_000)
  expect(sources[0]!.readyState).toBe(2)
  page.show('visible')
  sources[1]!.stand()
  expect(told).toEqual(['open', 'open', 'gap'])
})

it('while nobody looks nothing is tried again', () => {
  const { sources, page } = begin()
  sources[0]!.fail(2)
  page.show('hidden')
  vi.advanceTimersByTime(200_000)
  expect(sources.length).toBe(1)
  page.show('visible')
  expect(sources.length).toBe(2)
})

it('ends', () => {
  const { sources, page, stop } = begin()
  sources[0]!.fail(2)
  stop()
  page.show('visible')
  vi.advanceTimersByTime(100_000)
  expect(sources.length).toBe(1)
})
