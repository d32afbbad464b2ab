import type { TableProps } from 'antd'
import { api, bodyOf, type Schema } from '../../../api/client'
import { useI18n } from '../../../i18n'
import { CursorTable } from '../../../shared/CursorTable'
import { Nothing } from '../../../shared/Nothing'
import { useCursorPages } from '../../../shared/useCursorPages'
import { useRegionName } from '../../../shared/vocabularies'

type Investment = Schema['InvestmentBody']

export function SignedInvestments({ ceremonyId }: { ceremonyId: string }) {
  const { t, money } = useI18n()
  const region = useRegionName()
  const pages = useCursorPages<Investment>({
    queryKey: ['ceremonies', ceremonyId, 'investments'],
    page: (cursor, signal) => bodyOf(api.GET('/api/v1/investments', { params: { query: { ceremonyId, reversed: 'false', limit: '50', cursor } }, signal })),
  })
  const columns: TableProps<Investment>['columns'] = [
    { title: t('stats.investments.project'), render: (_, row) => <>{row.title}<br /><small className="quiet">{row.investors.join(t('list.comma'))} → {row.recipient}</small></> },
    { title: t('ceremony.region'), responsive: ['md'], render: (_, row) => region(row.regionCode) },
    { title: t('stats.amount'), align: 'right', render: (_, row) => money(row.amount) },
  ]
  return (
    <section className="panel">
      <h2>{t('ceremony.investments')}</h2>
      <CursorTable pages={pages} columns={columns} empty={<Nothing text={t('ceremony.noInvestments')} />} table={{ size: 'small', scroll: undefined }} />
    </section>
  )
}
