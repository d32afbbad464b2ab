import { describe, expect, it } from 'vitest'
import { engagementLike, theManager, theOrganiser, theSide } from './example'
import { isPublicInstitution, openSides, primaryStep, stepsFor } from './steps'

const today = '2026-03-10'
const mine = { managerId: theManager.id }

describe('steps', () => {
  it('a side speaks for itself: interest once, and no until it is signed', () => {
    const open = engagementLike({ yourSide: 'listing', needInterestAt: '2026-03-02T08:00:00Z', state: 'interested' })
    expect(stepsFor(open, theSide, today)).toEqual(['interest', 'decline'])
    expect(stepsFor({ ...open, listingInterestAt: '2026-03-03T08:00:00Z', state: 'mutual' }, theSide, today)).toEqual(['decline'])
    expect(stepsFor({ ...open, state: 'signed' }, theSide, today)).toEqual([])
  })

  it('only who runs it takes it on', () => {
    const mutual = engagementLike({ state: 'mutual', listingInterestAt: 'a', needInterestAt: 'b' })
    expect(stepsFor({ ...mutual, ...mine }, theManager, today)).toContain('introduce')
    expect(stepsFor({ ...mutual, managerId: 'another' }, theManager, today)).toEqual([])
    expect(stepsFor({ ...mutual, managerId: 'another' }, theOrganiser, today)).toEqual(['credit', 'handOver', 'decline', 'close'])
  })

  it('nobody runs it: a manager can take it up, which comes first', () => {
    const steps = stepsFor(engagementLike({}), theManager, today)
    expect(steps).toEqual(['takeUp'])
    expect(primaryStep(engagementLike({}), steps, { sellerIsPublic: false, planned: false })).toBe('takeUp')
  })

  it('what was dispatched is answered first', () => {
    const asked = engagementLike({ ...mine, acceptBy: '2026-03-11T08:00:00Z' })
    const steps = stepsFor(asked, theManager, today)
    expect(steps.slice(0, 2)).toEqual(['accept', 'pass'])
    expect(primaryStep(asked, steps, { sellerIsPublic: false, planned: false })).toBe('accept')
  })

  it('frozen: only the ways out are left', () => {
    const frozen = engagementLike({ state: 'met', managerId: 'another', frozen: true })
    expect(stepsFor(frozen, theManager, today)).toEqual(['takeUp'])
    expect(stepsFor(frozen, theOrganiser, today)).toEqual(['handOver', 'decline', 'close'])
    expect(stepsFor({ ...frozen, yourSide: 'need' }, theSide, today)).toEqual(['decline'])
  })

  it('a contract waits for the end of the publicity', () => {
    const publicity = engagementLike({ ...mine, state: 'publicity', publicityFrom: '2026-03-01', publicityUntil: '2026-03-16' })
    expect(stepsFor(publicity, theManager, '2026-03-15')).not.toContain('deal')
    expect(stepsFor(publicity, theManager, '2026-03-16')).toContain('deal')
  })

  it('a public institution makes its negotiated price public first', () => {
    const negotiating = engagementLike({ ...mine, state: 'negotiating', priceMode: 'negotiated' })
    const steps = stepsFor(negotiating, theManager, today)
    expect(primaryStep(negotiating, steps, { sellerIsPublic: true, planned: false })).toBe('publicise')
    expect(primaryStep(negotiating, steps, { sellerIsPublic: false, planned: false })).toBe('deal')
    expect(stepsFor({ ...negotiating, priceMode: 'auction' }, theManager, today)).not.toContain('publicise')
  })

  it('a closed one can be reopened, and nothing else', () => {
    expect(stepsFor(engagementLike({ ...mine, state: 'closed' }), theManager, today)).toEqual(['reopen'])
  })
})

it('sides without interest are open', () => {
  expect(openSides(engagementLike({ needInterestAt: 'a' }))).toEqual(['listing'])
})

it.each([['公办高校', true], ['事业单位', true], ['public', true], ['民营企业', false], [null, false]])('%s is a public institution: %s', (nature, expected) => {
  expect(isPublicInstitution(nature)).toBe(expected)
})
