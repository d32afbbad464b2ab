import type { Money } from '../../../api/client'

interface Party {
  name?: string
  kind?: string
  regionCode?: string
}

/** A row as it is typed: a contract or an investment. Names are those of the API, so that its errors find their fields. */
export interface SigningRow {
  kind: 'deal' | 'investment'
  title?: string
  amount?: Money | null
  contractType?: string
  technologyAmount?: Money | null
  sellers?: Party[]
  buyers?: Party[]
  investors?: string[]
  recipient?: string
  regionCode?: string
  industry?: string
}

/** The rows as the API wants them: of each kind only what belongs to it, signed on the day of the ceremony. */
export function bodyOfSignings(rows: readonly SigningRow[], signedOn: string) {
  return {
    rows: rows.map(({ kind, title, amount, contractType, technologyAmount, sellers, buyers, investors, recipient, regionCode, industry }) =>
      kind === 'deal'
        ? { kind, title, amount, contractType, technologyAmount: technologyAmount ?? amount, sellers, buyers, signedOn }
        : { kind, title, amount, investors, recipient, regionCode, industry: industry || undefined, signedOn }),
  }
}
