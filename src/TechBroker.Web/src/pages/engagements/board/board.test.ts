import { describe, expect, it } from 'vitest'
import { engagementLike, theManager } from '../example'
import { placed } from './lists'
import { targetsOf } from './targets'

const today = '2026-03-10'
const mine = { managerId: theManager.id }

describe('targets', () => {
  it.each([
    [{ state: 'proposed' }, ['interested', 'closed']],
    [{ state: 'interested', needInterestAt: 'a' }, ['mutual', 'closed']],
    [{ state: 'mutual', needInterestAt: 'a', listingInterestAt: 'b' }, ['introduced', 'closed']],
    [{ state: 'introduced' }, ['met', 'negotiating', 'closed']],
    [{ state: 'met' }, ['negotiating', 'closed']],
    [{ state: 'negotiating', priceMode: 'negotiated' }, ['publicity', 'signed', 'closed']],
    [{ state: 'negotiating', priceMode: 'tender' }, ['signed', 'closed']],
    [{ state: 'publicity', publicityUntil: '2026-04-01' }, ['negotiating', 'closed']],
    [{ state: 'signed' }, []],
    [{ state: 'closed', needInterestAt: 'a', listingInterestAt: 'b' }, ['mutual']],
  ])('%o goes to %o', (given, expected) => {
    expect([...targetsOf(engagementLike({ ...mine, ...given }), theManager, today).keys()]).toEqual(expected)
  })

  it('another manager moves nothing', () => {
    expect(targetsOf(engagementLike({ state: 'met', managerId: 'another' }), theManager, today).size).toBe(0)
  })
})

describe('lists after a step', () => {
  const card = engagementLike({ id: 'a' })
  const of = (...items: (typeof card)[]) => ({ pages: [{ items }], pageParams: [undefined] })
  const ids = (data: Parameters<typeof placed>[0]) => data.pages.flatMap(page => page.items.map(item => `${item.id} ${item.state}`))

  it('the card leaves its column and stands on top of the next', () => {
    const moved = { ...card, state: 'interested' }
    expect(ids(placed(of(card, engagementLike({ id: 'b' })), 'proposed', moved))).toEqual(['b proposed'])
    expect(ids(placed(of(engagementLike({ id: 'c', state: 'interested' })), 'interested', moved))).toEqual(['a interested', 'c interested'])
    expect(ids(placed(of(card), undefined, moved))).toEqual(['a interested'])
  })

  it('a list that does not know it stays as it is', () => {
    const data = of(engagementLike({ id: 'b' }))
    expect(placed(data, undefined, card)).toBe(data)
    expect(placed(data, 'closed', card)).toBe(data)
  })
})
