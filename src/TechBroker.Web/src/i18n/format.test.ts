import { describe, expect, it } from 'vitest'
import { formatAgo, formatDay, formatMoney } from './format'

describe('money', () => {
  it.each([
    [{ currency: 'CNY', minorUnits: 38_000_000 }, '38 万元', 'CNY 380,000'],
    [{ currency: 'CNY', minorUnits: 123_456_700 }, '123.4567 万元', 'CNY 1.2346 million'],
    [{ currency: 'CNY', minorUnits: 6_199_100_000_000 }, '619.91 亿元', 'CNY 61,991 million'],
    [{ currency: 'CNY', minorUnits: 99_950 }, '999.5 元', 'CNY 999.5'],
    [{ currency: 'JPY', minorUnits: 1200 }, '1,200 JPY', 'JPY 1,200'],
  ])('%j is said as people say it', (money, zh, en) => {
    expect(formatMoney(money, 'zh')).toBe(zh)
    expect(formatMoney(money, 'en')).toBe(en)
  })
})

describe('days', () => {
  it('are the same day in every time zone', () => {
    expect(formatDay('2026-03-01', 'zh')).toBe('2026年3月1日')
    expect(formatDay('2026-03-01', 'en')).toBe('1 Mar 2026')
  })

  it('that are near are told by their distance', () => {
    const now = Date.parse('2026-03-10T12:00:00Z')
    expect(formatAgo('2026-03-07T11:00:00Z', 'zh', now)).toBe('3天前')
    expect(formatAgo('2026-03-10T11:59:50Z', 'en', now)).toBe('this minute')
    expect(formatAgo('2025-03-10T12:00:00Z', 'en', now)).toBe('10 Mar 2025')
  })
})
