import type { Money } from '../api/client'
import { digitsOf } from './currency'

export type Language = 'zh' | 'en'

const tags: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' }

/** 2026年3月1日 · 1 Mar 2026; a day (2026-03-01) is that day everywhere. */
export function formatDay(value: string, language: Language) {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value)
  const options: Intl.DateTimeFormatOptions = language === 'zh' ? { dateStyle: 'long' } : { dateStyle: 'medium' }
  return new Intl.DateTimeFormat(tags[language], isDay ? { ...options, timeZone: 'UTC' } : options).format(new Date(isDay ? `${value}T00:00:00Z` : value))
}

export function formatTime(value: string, language: Language) {
  return new Intl.DateTimeFormat(tags[language], { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(value))
}

/** 3 天前 · 3 days ago; after a month the day itself says more. */
export function formatAgo(value: string, language: Language, now = Date.now()) {
  const seconds = (new Date(value).getTime() - now) / 1000
  const format = new Intl.RelativeTimeFormat(tags[language], { numeric: 'auto' })
  const size = Math.abs(seconds)
  if (size < 60) {
    return format.format(0, 'minute')
  }
  if (size < 3600) {
    return format.format(Math.trunc(seconds / 60), 'minute')
  }
  if (size < 86_400) {
    return format.format(Math.trunc(seconds / 3600), 'hour')
  }
  return size < 30 * 86_400 ? format.format(Math.trunc(seconds / 86_400), 'day') : formatDay(value, language)
}

export function formatNumber(value: number, language: Language) {
  return new Intl.NumberFormat(tags[language]).format(value)
}

/** Contracts of this trade are spoken of in 万元; from a hundred million on in 亿元. English readers get the yuan, or millions of them. */
export function formatMoney(money: Money, language: Language) {
  const currency = money.currency ?? 'CNY'
  const amount = (money.minorUnits ?? 0) / 10 ** digitsOf(currency)
  if (language === 'zh' && currency === 'CNY') {
    const [value, unit] = Math.abs(amount) >= 1e8 ? [amount / 1e8, '亿元'] : Math.abs(amount) >= 1e4 ? [amount / 1e4, '万元'] : [amount, '元']
    return `${new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 4 }).format(value)} ${unit}`
  }
  const million = Math.abs(amount) >= 1e6
  const value = new Intl.NumberFormat(tags[language], { maximumFractionDigits: million ? 4 : 2 }).format(million ? amount / 1e6 : amount)
  return language === 'zh' ? `${value}${million ? ' 百万' : ''} ${currency}` : `${currency} ${value}${million ? ' million' : ''}`
}
