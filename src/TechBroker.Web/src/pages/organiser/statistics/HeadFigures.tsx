import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import type { Money, Schema } from '../../../api/client'
import { useI18n } from '../../../i18n'
import { Trouble } from '../../../shared/Trouble'
import { sumsOf } from './figures'
import type { Period } from './periods'
import { contractsQuery } from './queries'

/** What somebody is asked for first. Each currency has a line of its own. */
export function HeadFigures({ period }: { period: Period }) {
  const { t, number } = useI18n()
  const signed = useQuery(contractsQuery(period, 'signed'))
  const registered = useQuery(contractsQuery(period, 'registered'))
  const failed = signed.error ?? registered.error
  if (failed) {
    return <Trouble problem={failed} retry={() => { void signed.refetch(); void registered.refetch() }} />
  }
  if (!signed.data || !registered.data) {
    return <div className="organiser-head"><Skeleton active title={false} paragraph={{ rows: 2 }} /></div>
  }
  const [contracts, of] = [signed.data.totals, registered.data.totals]
  return (
    <dl className="organiser-head">
      <Figure name={t('stats.head.contracts')}>{number(countOf(contracts))}</Figure>
      <Figure name={t('stats.head.amount')}><Amounts of={contracts.map(total => total.amount)} /></Figure>
      <Figure name={t('stats.head.technology')}><Amounts of={contracts.map(total => total.technologyAmount)} /></Figure>
      <Figure name={t('stats.head.registered')}>
        {t('stats.contracts', { n: number(countOf(of)) })}
        <small><Amounts of={of.map(total => total.amount)} /></small>
      </Figure>
    </dl>
  )
}

function Figure({ name, children }: { name: string; children: ReactNode }) {
  return <div className="panel"><dt>{name}</dt><dd>{children}</dd></div>
}

function Amounts({ of }: { of: readonly Money[] }) {
  const { money } = useI18n()
  const sums = sumsOf(of)
  return sums.length === 0 ? money({ currency: 'CNY', minorUnits: 0 }) : sums.map(sum => <span key={sum.currency}>{money(sum)}</span>)
}

// A contract has one currency, so that their numbers may be added up.
function countOf(totals: readonly Schema['ContractStatisticBody'][]) {
  return totals.reduce((sum, total) => sum + (total.contracts ?? 0), 0)
}
