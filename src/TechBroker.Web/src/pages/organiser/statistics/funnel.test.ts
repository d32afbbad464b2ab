import { expect, it } from 'vitest'
import { funnelRows, reasonsOf } from './funnel'

const total = {
  reached: { proposed: 10, interested: 6, mutual: 4, introduced: 3 },
  closed: 5,
  steps: [
    { from: 'proposed', to: 'introduced', count: 1, medianDays: 90, p90Days: 90 },
    { from: 'mutual', to: 'introduced', count: 2, medianDays: 3, p90Days: 5 },
  ],
  losses: [
    { reason: 'price', stage: 'proposed', side: 'need', count: 2 },
    { reason: 'price', stage: 'mutual', side: null, count: 1 },
    { reason: 'timing', stage: 'mutual', side: 'listing', count: 2 },
  ],
}

it('each stage has a row, also where nobody came', () => {
  const rows = funnelRows(total)
  expect(rows.map(row => row.reached)).toEqual([10, 6, 4, 3, 0, 0, 0])
  expect(rows.map(row => row.share)).toEqual([null, 60, 66.7, 75, 0, null, null])
  expect(rows.map(row => row.lost)).toEqual([2, 0, 3, 0, 0, 0, 0])
  expect(rows[3]).toMatchObject({ medianDays: 3, p90Days: 5 })
})

it('losses add up by reason and by who ended it', () => {
  expect(reasonsOf(total.losses)).toEqual([
    { reason: 'price', count: 3, listing: 0, need: 2, manager: 1 },
    { reason: 'timing', count: 2, listing: 2, need: 0, manager: 0 },
  ])
})
