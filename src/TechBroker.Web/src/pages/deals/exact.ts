import type { Money } from '../../api/client'
import type { Language } from '../../i18n'
import { digitsOf } from '../../i18n/currency'

/** To the last minor unit, in figures that can be added up by hand: 1,234,567.00. The currency stands above them. */
export function exact(money: Money, language: Language) {
  const currency = money.currency ?? 'CNY'
  const digits = digitsOf(currency)
  return new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })
    .format((money.minorUnits ?? 0) / 10 ** digits)
}
