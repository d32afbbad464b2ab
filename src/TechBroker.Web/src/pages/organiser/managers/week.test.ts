import dayjs from 'dayjs'
import { expect, it } from 'vitest'
import { byDay, weekOf } from './week'

it.each(['2026-11-16', '2026-11-19', '2026-11-22'])('%s lies in the week of Monday the 16th', date => {
  expect(weekOf(date)).toEqual(['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22'])
})

it('a shift past midnight stands on both days, one that ends at midnight does not', () => {
  const at = (text: string) => dayjs(text).toISOString()
  const night = { from: at('2026-11-16T22:00'), to: at('2026-11-17T02:00') }
  const late = { from: at('2026-11-16T18:00'), to: at('2026-11-17T00:00') }
  expect(byDay(weekOf('2026-11-16').slice(0, 3), [night, late])).toEqual([[late, night], [night], []])
})
