import { expect, it } from 'vitest'
import { missing, firstShares } from './credit'
import { deadlineOf, idleDays } from './deadline'
import { engagementLike } from './example'
import { viewOf, withParam } from './filters'

it('the address says what is shown; without a word it is what the caller usually sees', () => {
  expect(viewOf(new URLSearchParams('view=list&state=met&escalated=true'), 'board')).toEqual({ view: 'list', filter: { state: 'met', escalated: 'true' } })
  expect(viewOf(new URLSearchParams('view=other&state=other&needsCover=yes'), 'board')).toEqual({ view: 'board', filter: {} })
  expect(withParam(new URLSearchParams('a=1&b=2'), 'a', undefined).toString()).toBe('b=2')
})

it('a deadline is the answer that is asked for, or the first day to sign', () => {
  const now = new Date('2026-03-10T08:00:00Z')
  expect(deadlineOf(engagementLike({ acceptBy: '2026-03-09T08:00:00Z' }), now)).toEqual({ kind: 'acceptBy', at: '2026-03-09T08:00:00Z', overdue: true })
  expect(deadlineOf(engagementLike({ state: 'publicity', publicityUntil: '2026-03-20' }), now)?.kind).toBe('publicity')
  expect(deadlineOf(engagementLike({}), now)).toBeUndefined()
  expect(idleDays(engagementLike({ updatedAt: '2026-03-08T07:00:00Z' }), now)).toBe(2)
})

it('shares make the whole', () => {
  expect(missing([{ basisPoints: 6000 }, undefined, { basisPoints: null }])).toBe(4000)
  expect(firstShares([], 'm')).toEqual([{ managerId: 'm', basisPoints: 10_000 }])
})
