import type { Money } from '../../api/client'
import type { LedgerLine } from './queries'

export const ledgerKinds = ['signed', 'registered', 'paid'] as const

export type LedgerKind = (typeof ledgerKinds)[number]

export interface LedgerPart {
  kind: LedgerKind
  lines: (LedgerLine & { reversedBy?: number })[]
  amount: Money
  technology: Money
}

/** The lines by kind, each kind with its sum; reversals stand among them as negative lines, so that a column adds up to what is below it. */
export function partsOf(lines: readonly LedgerLine[], currency: string): LedgerPart[] {
  const reversedBy = new Map(lines.flatMap(line => (line.reversesSeq ? [[line.reversesSeq, line.seq] as const] : [])))
  return ledgerKinds.flatMap(kind => {
    const own = lines.filter(line => line.kind === kind).map(line => ({ ...line, reversedBy: reversedBy.get(line.seq) }))
    return own.length === 0 ? [] : [{
      kind,
      lines: own,
      amount: { currency, minorUnits: sum(own.map(line => line.amount.minorUnits)) },
      technology: { currency, minorUnits: sum(own.map(line => line.technologyAmount.minorUnits)) },
    }]
  })
}

export function sum(values: readonly (number | null | undefined)[]) {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0)
}

/** A payment that stands: it can be taken back. */
export function isStanding(line: LedgerLine & { reversedBy?: number }) {
  return line.kind === 'paid' && !line.reversesSeq && line.reversedBy === undefined
}
