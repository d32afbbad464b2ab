import type { Language } from '../../../i18n'
import { digitsOf } from '../../../i18n/currency'

/** An amount as short as an axis wants it: 1.2亿 · 120M, of minor units. */
export function compactAmount(minorUnits: number, currency: string, language: Language) {
  return new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { notation: 'compact', maximumFractionDigits: 1 }).format(minorUnits / 10 ** digitsOf(currency))
}
