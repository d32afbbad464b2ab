import type { Schema } from '../../api/client'

export interface Part {
  scorer: string
  /** In hundredths of the whole scale, with its sign. */
  points: number
  text: string
  terms: readonly string[]
}

/** The scorers by what they add, in whole points that make the whole score together: the largest remainders are rounded up. */
export function partsOf(score: number, reasons: readonly Schema['ReasonBody'][]): { parts: Part[]; total: number } {
  const total = Math.round(score * 100)
  const exact = reasons.map(reason => reason.score * 100)
  const points = exact.map(Math.floor)
  const left = total - points.reduce((sum, value) => sum + value, 0)
  const byRemainder = exact.map((value, i) => [value - Math.floor(value), i] as const).sort(([a], [b]) => b - a)
  for (const [, i] of byRemainder.slice(0, Math.max(0, left))) {
    points[i]! += 1
  }
  const parts = reasons.map((reason, i) => ({ scorer: reason.scorer, points: points[i]!, text: reason.text, terms: reason.terms }))
  return { parts: parts.sort((a, b) => b.points - a.points), total }
}

/** Terms that the sentence beside them does not name already. */
export function untold(text: string, terms: readonly string[]): string[] {
  return [...new Set(terms)].filter(term => !text.includes(term))
}
