import type { Schema } from '../../../api/client'

export const stages = ['proposed', 'interested', 'mutual', 'introduced', 'met', 'negotiating', 'signed'] as const
export type Stage = (typeof stages)[number]

export interface FunnelRow {
  stage: Stage
  reached: number
  /** How many of those that reached the stage before came here, in per cent; null at the first, and after nothing. */
  share: number | null
  medianDays: number | null
  p90Days: number | null
  /** How many ended here. */
  lost: number
}

/** A row for each stage. An engagement may skip one, so that the days are those of the step that most of those here took. */
export function funnelRows(total: Schema['FunnelItemBody']): FunnelRow[] {
  return stages.map((stage, i) => {
    const reached = total.reached[stage] ?? 0
    const before = i === 0 ? 0 : (total.reached[stages[i - 1]!] ?? 0)
    const step = total.steps.filter(one => one.to === stage).sort((a, b) => b.count - a.count)[0]
    return {
      stage,
      reached,
      share: before === 0 ? null : Math.round((reached / before) * 1000) / 10,
      medianDays: step?.medianDays ?? null,
      p90Days: step?.p90Days ?? null,
      lost: total.losses.filter(loss => loss.stage === stage).reduce((sum, loss) => sum + loss.count, 0),
    }
  })
}

/** Losses of one reason together, the most frequent first. */
export function reasonsOf(losses: readonly Schema['FunnelLossBody'][]) {
  const reasons = new Map<string, { reason: string; count: number; listing: number; need: number; manager: number }>()
  for (const { reason, side, count } of losses) {
    const row = reasons.get(reason) ?? { reason, count: 0, listing: 0, need: 0, manager: 0 }
    const by = side === 'listing' || side === 'need' ? side : 'manager'
    reasons.set(reason, { ...row, count: row.count + count, [by]: row[by] + count })
  }
  return [...reasons.values()].sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1))
}
