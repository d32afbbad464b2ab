import { describe, expect, it } from 'vitest'
import { daysOf, left, meetingsOf, planOf, type Engagement, type Meeting } from './day'

const now = new Date(2026, 10, 22, 15, 0).getTime()
const hours = (n: number) => new Date(now + n * 3_600_000).toISOString()

const engagement = (id: string, more: Partial<Engagement> = {}): Engagement =>
  ({ id, revision: 1, state: 'introduced', managerId: 'me', frozen: false, createdAt: hours(-300), updatedAt: hours(-1), ...more })

const ids = (items: { id: string }[]) => items.map(({ id }) => id)

describe('my plan', () => {
  it('has the most urgent first of what I have to accept', () => {
    const plan = planOf([engagement('b', { acceptBy: hours(9) }), engagement('a', { acceptBy: hours(2) }), engagement('other', { managerId: 'you', acceptBy: hours(1) })], 'me', now)
    expect(ids(plan.toAccept)).toEqual(['a', 'b'])
    expect(plan.mine).toEqual([])
  })

  it('offers what nobody runs, a few of it', () => {
    const free = Array.from({ length: 9 }, (_, i) => engagement(String(i), { managerId: null, state: i === 0 ? 'mutual' : 'proposed' }))
    expect(ids(planOf(free, 'me', now).free)).toEqual(['1', '2', '3', '4', '5'])
  })

  it('names what has been quiet for two weeks, the longest first', () => {
    const plan = planOf([engagement('fresh', { updatedAt: hours(-24 * 13) }), engagement('old', { updatedAt: hours(-24 * 15) }), engagement('older', { updatedAt: hours(-24 * 40) })], 'me', now)
    expect(ids(plan.quiet)).toEqual(['older', 'old'])
  })

  it('has publicities that end soon', () => {
    const publicity = (id: string, publicityUntil: string) => engagement(id, { state: 'publicity', publicityUntil })
    expect(ids(planOf([publicity('later', '2026-12-24'), publicity('soon', '2026-11-30'), publicity('over', '2026-11-20')], 'me', now).publicity)).toEqual(['over', 'soon'])
  })

  it('asks for meetings only where there can be any', () => {
    expect(ids(planOf([engagement('a'), engagement('b', { state: 'proposed' }), engagement('c', { managerId: 'you' })], 'me', now).meetingOf)).toEqual(['a'])
  })
})

describe('meetings', () => {
  const meeting = (id: string, startsAt: Date, state = 'planned') => ({ id, state, startsAt: startsAt.toISOString() }) as Meeting
  const of = (...meetings: Meeting[]) => meetingsOf([{ engagement: engagement('e'), meetings }], now).map(({ meeting: { id }, tomorrow }) => [id, tomorrow])

  it('of today and tomorrow, by the time', () => {
    expect(of(
      meeting('tomorrow', new Date(2026, 10, 23, 9)), meeting('morning', new Date(2026, 10, 22, 9)), meeting('midnight', new Date(2026, 10, 23)),
      meeting('yesterday', new Date(2026, 10, 21, 23, 59)), meeting('after', new Date(2026, 10, 24)),
    )).toEqual([['morning', false], ['midnight', true], ['tomorrow', true]])
  })

  it('that were held or called off are none', () => {
    expect(of(meeting('a', new Date(2026, 10, 22, 16), 'held'), meeting('b', new Date(2026, 10, 22, 17), 'cancelled'))).toEqual([])
  })
})

it('a day begins at midnight where the browser is', () => {
  expect(new Date(daysOf(now).from).getHours()).toBe(0)
  expect(new Date(daysOf(now).to).getDate()).toBe(24)
})

it('counts down', () => {
  expect(left(hours(3.5), now)).toEqual({ hours: 3, minutes: 30 })
  expect(left(hours(0), now)).toEqual({ hours: 0, minutes: 0 })
  expect(left(hours(-0.1), now)).toBeUndefined()
})
