import type { Schema } from '../../../api/client'
import { useI18n } from '../../../i18n'

/** How many, and each currency's amount in a line of its own. */
export function Totals({ of }: { of: Schema['CeremonyTotalsBody'] | null | undefined }) {
  const { money, number } = useI18n()
  return !of || of.count === 0 ? <span className="quiet">–</span> : (
    <>{number(of.count)}{of.amounts.map(amount => <small key={amount.currency} className="quiet">{money(amount)}</small>)}</>
  )
}
