import { expect, it } from 'vitest'
import { amountOf, moneyOf } from './money'

it('yuan are typed in tens of thousands', () => {
  expect(moneyOf(12.5, 'CNY')).toEqual({ currency: 'CNY', minorUnits: 12_500_000 })
  expect(amountOf({ currency: 'CNY', minorUnits: 12_500_000 })).toBe(12.5)
})

it('no fen is lost to binary fractions', () => {
  expect(moneyOf(0.070301, 'CNY').minorUnits).toBe(70_301)
  expect(moneyOf(1.005, 'USD').minorUnits).toBe(101)
})

it('other currencies are typed in their unit, yen and won without fractions, dinars in thousandths', () => {
  expect(moneyOf(3000, 'USD')).toEqual({ currency: 'USD', minorUnits: 300_000 })
  expect(moneyOf(3000, 'JPY')).toEqual({ currency: 'JPY', minorUnits: 3000 })
  expect(moneyOf(3000, 'KRW')).toEqual({ currency: 'KRW', minorUnits: 3000 })
  expect(moneyOf(3, 'KWD')).toEqual({ currency: 'KWD', minorUnits: 3000 })
})
