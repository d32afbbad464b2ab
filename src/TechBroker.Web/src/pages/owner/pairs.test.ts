import { expect, it } from 'vitest'
import { byLevel, byPartner, countStandings, idIn, liveByItem, standingOf, type Engagement, type Match } from './pairs'

const engagement = (more: Partial<Engagement>): Engagement => ({ id: 'e', revision: 1, state: 'proposed', frozen: false, createdAt: '', updatedAt: '', ...more })

it('a side is asked until it has said something', () => {
  expect(standingOf(engagement({ state: 'interested', needInterestAt: 'x' }), 'listings')).toBe('asked')
  expect(standingOf(engagement({ state: 'interested', needInterestAt: 'x' }), 'needs')).toBe('waiting')
  expect(standingOf(engagement({ state: 'publicity' }), 'needs')).toBe('talking')
})

it('closed ones are not counted', () => {
  const all = [engagement({}), engagement({ state: 'closed' }), engagement({ state: 'signed' }), engagement({ state: 'met' })]
  expect(countStandings(all, 'needs')).toEqual({ asked: 1, waiting: 0, mutual: 0, talking: 1, signed: 1 })
  expect(liveByItem([engagement({ needId: 'n' }), engagement({ needId: 'n', state: 'closed' })], 'needs')).toEqual(new Map([['n', 1]]))
})

it('of several engagements of a pair the live one counts', () => {
  const old = engagement({ id: 'old', state: 'mutual', listingId: 'l', needId: 'n' })
  const closed = engagement({ id: 'new', state: 'closed', listingId: 'l', needId: 'n' })
  expect(byPartner([closed, old], 'listings', 'l').get('n')).toBe(old)
  expect(byPartner([old, closed], 'needs', 'n').get('l')).toBe(old)
  expect(byPartner([old], 'listings', 'other').size).toBe(0)
})

it('matches fall into three groups, in their order', () => {
  const match = (id: string, level: number) => ({ id, level }) as Match
  const groups = byLevel([match('a', 4), match('b', 2), match('c', 3), match('d', 4)])
  expect([groups.good, groups.worthALook, groups.more].map(g => g.map(m => m.id))).toEqual([['a', 'd'], ['c'], ['b']])
})

it('an id is found in an address or by itself', () => {
  const id = '0198c7a2-1111-4222-8333-444455556666'
  expect(idIn(`https://x.example/needs/${id.toUpperCase()}?a=1`)).toBe(id)
  expect(idIn(id)).toBe(id)
  expect(idIn('电池')).toBe(null)
})
