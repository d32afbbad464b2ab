import { describe, expect, it } from 'vitest'
import { byMonth, currenciesOf, share, sumsOf } from './figures'
import { heatCells, heatRows } from './heat'

const cny = (minorUnits: number) => ({ currency: 'CNY', minorUnits })
const eur = (minorUnits: number) => ({ currency: 'EUR', minorUnits })

describe('sums', () => {
  it('are apart for each currency', () => expect(sumsOf([cny(1), eur(10), cny(-3)])).toEqual([eur(10), cny(-2)]))
  it('have yuan first', () => expect(currenciesOf([{ amount: eur(10) }, { amount: cny(1) }])).toEqual(['CNY', 'EUR']))
})

it('months without anything are nought', () => {
  const items = [{ month: '2026-02', n: 2 }, { month: '2026-04', n: 1 }, { month: '2026-02', n: 3 }, { month: null, n: 9 }]
  expect(byMonth(['2026-01', '2026-02', '2026-03', '2026-04'], items, item => item.month, item => item.n)).toEqual([0, 5, 0, 1])
})

it('a share of nothing is none', () => {
  expect(share(1, 3)).toBe(33.3)
  expect(share(0, 0)).toBeNull()
})

describe('heat map', () => {
  const rows = heatRows([
    { field: 'industries:C', listings: 4, listingsWithoutInterest: 1, needs: 2, needsWithoutListing: 0 },
    { field: null, listings: 20, listingsWithoutInterest: 2, needs: 1, needsWithoutListing: 0 },
  ])

  it('begins with the busiest field', () => expect(rows.map(row => row.field)).toEqual([null, 'industries:C']))

  it('measures each column by itself', () => {
    const cells = heatCells(rows)
    expect(cells).toHaveLength(8)
    expect(cells.filter(([column]) => column === 0)).toEqual([[0, 0, 100, 20], [0, 1, 20, 4]])
    expect(cells.filter(([column]) => column === 2)).toEqual([[2, 0, 50, 1], [2, 1, 100, 2]])
    expect(cells.filter(([column]) => column === 3).map(([, , strength]) => strength)).toEqual([0, 0])
  })
})
