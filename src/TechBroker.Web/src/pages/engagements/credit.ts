import type { Schema } from '../../api/client'

export const wholeCredit = 10_000

/** What is missing to the whole, in hundredths of a per cent; negative where it is too much. */
export function missing(shares: readonly ({ basisPoints?: number | null } | undefined)[]) {
  return wholeCredit - shares.reduce((sum, share) => sum + (share?.basisPoints ?? 0), 0)
}

/** What the form begins with: the shares on record, or all of it for whoever runs it. */
export function firstShares(credits: readonly Schema['CreditShareBody'][] | null | undefined, managerId: string | null | undefined): Schema['CreditShareBody'][] {
  return credits && credits.length > 0 ? credits.map(({ managerId, basisPoints }) => ({ managerId, basisPoints })) : [{ managerId, basisPoints: wholeCredit }]
}
