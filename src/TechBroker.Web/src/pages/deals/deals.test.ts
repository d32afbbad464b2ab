import { describe, expect, it } from 'vitest'
import { theManager, theOrganiser, theSide } from '../engagements/example'
import { dealStepsFor, mayReversePayments, primaryDealStep } from './dealSteps'
import { sentenceOf } from './sentences'
import { exact, exactly } from '../../i18n/exact'
import { cleaned, prefilled } from './form/prefill'
import { isStanding, partsOf } from './ledgerParts'
import type { Deal, LedgerLine } from './queries'

const money = (minorUnits: number) => ({ currency: 'CNY', minorUnits })

function dealLike(given: Partial<Deal>, paid = 0): Deal {
  return {
    id: 'd', revision: 1, state: 'signed', contractType: 'licence', title: 'T', amount: money(100_00), technologyAmount: money(100_00), paymentPlan: 'once',
    instalments: [], signedOn: '2026-03-01', ip: [], sellers: [], buyers: [], createdAt: '', updatedAt: '', warnings: [],
    ledger: { signed: money(100_00), registered: money(0), paid: money(paid) }, ...given,
  }
}

function line(seq: number, kind: string, units: number, reversesSeq?: number): LedgerLine {
  return { seq, kind, day: '2026-03-01', amount: money(units), technologyAmount: money(0), recordedAt: '', reversesSeq }
}

describe('steps of a contract', () => {
  it('nobody approves what they recorded', () => {
    const pending = dealLike({ state: 'pendingApproval', recordedBy: theOrganiser.id })
    expect(dealStepsFor(pending, theOrganiser, null)).toEqual([])
    expect(dealStepsFor({ ...pending, recordedBy: 'another' }, theOrganiser, null)).toEqual(['approve', 'reject'])
  })

  it('who runs the engagement runs the contract', () => {
    expect(dealStepsFor(dealLike({}), theManager, theManager.id)).toEqual(['register', 'refuse', 'pay', 'complete', 'breach', 'terminate', 'reverse'])
    expect(dealStepsFor(dealLike({}), theManager, 'another')).toEqual([])
    expect(dealStepsFor(dealLike({}), theSide, theSide.id)).toEqual([])
  })

  it('what is paid in full is completed, unless royalties may follow', () => {
    const paid = dealLike({ state: 'performing', registeredOn: '2026-03-02' }, 100_00)
    const steps = dealStepsFor(paid, theManager, theManager.id)
    expect(steps).toEqual(['complete', 'breach', 'terminate', 'reverse'])
    expect(primaryDealStep(paid, steps)).toBe('complete')
    expect(dealStepsFor({ ...paid, paymentPlan: 'royalty' }, theManager, theManager.id)).toContain('pay')
  })

  it('a reversed one is left alone', () => {
    expect(dealStepsFor(dealLike({ state: 'reversed' }), theOrganiser, null)).toEqual([])
    expect(mayReversePayments(dealLike({ state: 'reversed' }), theOrganiser, null)).toBe(false)
  })
})

describe('ledger', () => {
  it('adds up, reversals included', () => {
    const [signed, paid] = partsOf([line(1, 'signed', 100_00), line(2, 'paid', 40_00), line(3, 'paid', -40_00, 2), line(4, 'paid', 30_00)], 'CNY')
    expect(signed!.amount).toEqual(money(100_00))
    expect(paid!.amount).toEqual(money(30_00))
    expect(paid!.lines.map(isStanding)).toEqual([false, false, true])
    expect(paid!.lines[0]!.reversedBy).toBe(3)
  })

  it('is written to the last minor unit', () => {
    expect(exact(money(123_456_789_01), 'zh')).toBe('123,456,789.01')
    expect(exact({ currency: 'JPY', minorUnits: 5000 }, 'en')).toBe('5,000')
    expect(exactly(money(1_000_000_001_00), 'zh')).toBe('1,000,000,001.00 元')
    expect(exactly({ currency: 'USD', minorUnits: 5000 }, 'zh')).toBe('USD 50.00')
    expect(exactly(money(500), 'en')).toBe('CNY 5.00')
  })
})

it('an entry that says little gets a short sentence', () => {
  expect(sentenceOf({ action: 'pay' })).toBe('payPlain')
  expect(sentenceOf({ action: 'pay', amount: money(1), on: '2026-03-01' })).toBe('pay')
  expect(sentenceOf({ action: 'complete' })).toBe('completePlain')
})

describe('the form', () => {
  it('begins with what is known', () => {
    const seller = { id: 'o', revision: 1, name: 'U', kind: 'university', regionCode: '110000', approvesListings: false, createdAt: '', updatedAt: '' }
    const known = prefilled({ seller, today: '2026-03-01' })
    expect(known.sellers).toEqual([{ organisationId: 'o', name: 'U', kind: 'university', regionCode: '110000', creditCode: undefined }])
    expect(known.buyers).toEqual([{}])
  })

  it('sends nothing that is empty', () => {
    expect(cleaned({ title: 'T', contractNumber: '', ip: [], endsOn: null })).toEqual({ title: 'T' })
  })
})
