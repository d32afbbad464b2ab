import type { Money } from '../../api/client'
import { digitsOf } from '../../i18n/currency'

export const currencies = ['CNY', 'USD', 'EUR', 'GBP', 'JPY', 'HKD']

/** How many of the currency's units one step of the input is: contracts in yuan are spoken of in tens of thousands. */
export function scaleOf(currency: string) {
  return currency === 'CNY' ? 10_000 : 1
}

/** 12.5 (万元) is 12,500,000 分. Rounded to whole minor units. */
export function moneyOf(amount: number, currency: string): Money {
  return { currency, minorUnits: Math.round(Number((amount * scaleOf(currency) * 10 ** digitsOf(currency)).toPrecision(15))) }
}

export function amountOf(money: Money): number {
  const currency = money.currency ?? 'CNY'
  return (money.minorUnits ?? 0) / 10 ** digitsOf(currency) / scaleOf(currency)
}
