import type { Schema } from '../../api/client'

export type Reason = Schema['ReasonBody']

/** Those that move the score most, for or against, in the order in which they came. One left over is shown as well: folding it away would take as much room. */
export function weightiest(reasons: readonly Reason[], count: number): Reason[] {
  if (reasons.length <= count + 1) {
    return [...reasons]
  }
  const chosen = new Set([...reasons].sort((a, b) => Math.abs(b.score) - Math.abs(a.score)).slice(0, count))
  return reasons.filter(reason => chosen.has(reason))
}
