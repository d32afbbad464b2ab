import { expect, it } from 'vitest'
import { engagementLike, entryLike } from './example'
import { progressOf } from './stops'

const places = (...given: Parameters<typeof progressOf>) => progressOf(...given).map(stop => `${stop.state} ${stop.place}`)

it('shows what is done, where it stands and what lies ahead', () => {
  const met = engagementLike({ state: 'met', listingInterestAt: '2026-03-04', needInterestAt: '2026-03-02', introducedAt: '2026-03-05' })
  const stops = progressOf(met, [entryLike({ action: 'meet', at: '2026-03-09' })])
  expect(stops.map(stop => stop.place)).toEqual(['done', 'done', 'done', 'done', 'current', 'ahead', 'ahead', 'ahead'])
  expect(stops.slice(1, 5).map(stop => stop.at)).toEqual(['2026-03-02', '2026-03-04', '2026-03-05', '2026-03-09'])
})

it('leaves publicity out where the price mode asks for none', () => {
  expect(places(engagementLike({ state: 'negotiating', priceMode: 'auction' }), [])).not.toContain('publicity ahead')
  expect(places(engagementLike({ state: 'signed', priceMode: 'negotiated', publicityFrom: '2026-03-01' }), [entryLike({ action: 'publicise' })])).toContain('publicity done')
})

it('does not say that there was a meeting where there was none', () => {
  expect(places(engagementLike({ state: 'negotiating', introducedAt: '2026-03-02' }), [entryLike({ action: 'negotiate' })])).toContain('met skipped')
})

it('a closed one ends where it had come to', () => {
  const closed = engagementLike({ state: 'closed', listingInterestAt: '2026-03-02' })
  expect(places(closed, [entryLike({ action: 'close' })])).toEqual(['proposed done', 'interested done', 'closed current'])
})

it('a reopened one does not count what was before', () => {
  const log = [entryLike({ action: 'meet', at: '1' }), entryLike({ action: 'close', at: '2' }), entryLike({ action: 'reopen', at: '3' })]
  const again = engagementLike({ state: 'mutual', listingInterestAt: 'a', needInterestAt: 'b', introducedAt: '0' })
  expect(progressOf(again, log).find(stop => stop.state === 'introduced')).toEqual({ state: 'introduced', at: undefined, place: 'ahead' })
})
