import { expect, it } from 'vitest'
import { entryLike } from './example'
import { dealOf, sentenceKey } from './sentences'

it.each([
  [{ action: 'log' }, true, 'logSystem'],
  [{ action: 'log' }, false, 'log'],
  [{ action: 'close', side: 'listing' }, false, 'closeWithdrawn'],
  [{ action: 'close' }, false, 'close'],
  [{ action: 'dispatch', managerId: 'm' }, false, 'dispatch'],
  [{ action: 'dispatch', pass: 'capacity' }, false, 'pass'],
  [{ action: 'dispatch' }, false, 'dispatchWaits'],
  [{ action: 'arrange', meetingState: 'cancelled' }, false, 'cancel'],
  [{ action: 'freeze', conflict: 'sameEmployer' }, false, 'freezeFor'],
  [{ action: 'somethingNew' }, false, 'other'],
] as const)('%o is told as %s %s', (entry, bySystem, key) => {
  expect(sentenceKey(entryLike(entry), bySystem)).toBe(key)
})

it('the contract is the last one that stands', () => {
  const signed = entryLike({ action: 'sign', dealId: 'a' })
  expect(dealOf([signed])).toBe('a')
  expect(dealOf([signed, entryLike({ action: 'unsign', dealId: 'a' })])).toBeUndefined()
  expect(dealOf([signed, entryLike({ action: 'unsign', dealId: 'a' }), entryLike({ action: 'sign', dealId: 'b' })])).toBe('b')
})
