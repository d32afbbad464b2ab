import type { Schema } from '../../../api/client'

export const heatMeasures = ['listings', 'listingsWithoutInterest', 'needs', 'needsWithoutListing'] as const
export type HeatMeasure = (typeof heatMeasures)[number]
type Row = Schema['MarketStatisticBody']

/** The fields with the most going on first; one field, one row. */
export function heatRows(items: readonly Row[]): Row[] {
  return [...items].sort((a, b) => b.listings + b.needs - (a.listings + a.needs) || String(a.field).localeCompare(String(b.field)))
}

/**
 * Cells of a heat map: column, row, value, and how strong. A column's strength goes from nothing to its own largest value: the four are different things,
 * and of needs there are always fewer than of results.
 */
export function heatCells(rows: readonly Row[]): [column: number, row: number, strength: number, value: number][] {
  return heatMeasures.flatMap((measure, column) => {
    const most = Math.max(0, ...rows.map(row => row[measure]))
    return rows.map((row, i): [number, number, number, number] => [column, i, most === 0 ? 0 : Math.round((row[measure] / most) * 100), row[measure]])
  })
}
