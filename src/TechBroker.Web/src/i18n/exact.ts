import type { Money } from '../api/client'
import type { Language } from '.'
import { digitsOf } from './currency'

/** To the last minor unit, in figures that can be added up by hand: 1,234,567.00. The currency stands above them. */
export function exact(money: Money, language: Language) {
  const currency = money.currency ?? 'CNY'
  const digits = digitsOf(currency)
  return new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })
    .format((money.minorUnits ?? 0) / 10 ** digits)
}

/** With its currency, where nothing above says it: 1,234,567.00 元, CNY 1,234,567.00. */
export function exactly(money: Money, language: Language) {
  const currency = money.currency ?? 'CNY'
  return language === 'zh' && currency === 'CNY' ? `${exact(money, language)} 元` : `${currency} ${exact(money, language)}`
}
