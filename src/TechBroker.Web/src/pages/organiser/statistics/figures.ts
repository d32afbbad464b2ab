import type { Money } from '../../../api/client'

/** Sums of money by currency, the largest first; currencies are never added to each other. */
export function sumsOf(amounts: readonly Money[]): Money[] {
  const sums = new Map<string, number>()
  for (const { currency, minorUnits } of amounts) {
    sums.set(currency ?? 'CNY', (sums.get(currency ?? 'CNY') ?? 0) + (minorUnits ?? 0))
  }
  return [...sums].map(([currency, minorUnits]) => ({ currency, minorUnits })).sort((a, b) => b.minorUnits - a.minorUnits)
}

/** The currencies of some figures in the order of what they add up to, yuan first. */
export function currenciesOf(figures: readonly { amount: Money }[]): string[] {
  const all = sumsOf(figures.map(figure => figure.amount)).map(sum => sum.currency!)
  return [...all.filter(currency => currency === 'CNY'), ...all.filter(currency => currency !== 'CNY')]
}

/** One value for each month, nought where there is none. */
export function byMonth<T>(months: readonly string[], items: readonly T[], monthOf: (item: T) => string | null | undefined, valueOf: (item: T) => number): number[] {
  const values = new Map<string, number>()
  for (const item of items) {
    const month = monthOf(item)
    if (month) {
      values.set(month, (values.get(month) ?? 0) + valueOf(item))
    }
  }
  return months.map(month => values.get(month) ?? 0)
}

/** A share in per cent with one digit; null of nothing. */
export function share(part: number, of: number): number | null {
  return of === 0 ? null : Math.round((part / of) * 1000) / 10
}
