import { describe, expect, it } from 'vitest'
import { daysOfMonth, monthsOf, periodOf } from './periods'

const on = (query: string, today = '2026-11-22') => periodOf(new URLSearchParams(query), today)

describe('the period of an address', () => {
  it.each([
    ['', '2026-01-01', '2026-11-22'],
    ['period=month', '2026-11-01', '2026-11-22'],
    ['period=quarter', '2026-10-01', '2026-11-22'],
    ['period=last-year', '2025-01-01', '2025-12-31'],
    ['period=own&from=2025-03-01&to=2025-04-30', '2025-03-01', '2025-04-30'],
    ['period=own&from=2025-04-30&to=2025-03-01', '2025-03-01', '2025-04-30'],
    ['period=own&from=soon', '2026-01-01', '2026-11-22'],
    ['period=century', '2026-01-01', '2026-11-22'],
  ])('%s', (query, from, to) => expect(on(query)).toMatchObject({ from, to }))

  it('a quarter begins in its own first month, also on the 31st', () => {
    expect(on('period=quarter', '2026-05-31').from).toBe('2026-04-01')
    expect(on('period=quarter', '2026-01-31').from).toBe('2026-01-01')
  })
})

describe('months', () => {
  it('are all there, across the turn of the year', () => expect(monthsOf('2025-11-30', '2026-02-01')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']))
  it('of one day are one', () => expect(monthsOf('2026-02-28', '2026-02-28')).toEqual(['2026-02']))
  it('end where the period ends', () => {
    expect(daysOfMonth('2026-02', { from: '2026-02-10', to: '2026-12-31' })).toEqual({ from: '2026-02-10', to: '2026-02-28' })
    expect(daysOfMonth('2024-02', { from: '2024-01-01', to: '2024-02-29' })).toEqual({ from: '2024-02-01', to: '2024-02-29' })
  })
})
