import { Table, type TableProps } from 'antd'
import { useI18n } from '../../../i18n'
import type { FunnelRow } from './funnel'

export function FunnelTable({ rows }: { rows: FunnelRow[] }) {
  const { t, number } = useI18n()
  const orNone = (value: number | null, text: (value: number) => string) => (value === null ? <span className="quiet">–</span> : text(value))
  const days = (value: number) => t('stats.funnel.days', { n: number(Math.round(value * 10) / 10) })
  const columns: TableProps<FunnelRow>['columns'] = [
    { title: t('stats.funnel.stage'), render: (_, row) => t(`stats.stage.${row.stage}`) },
    { title: t('stats.funnel.reached'), align: 'right', render: (_, row) => number(row.reached) },
    { title: t('stats.funnel.share'), align: 'right', render: (_, row) => orNone(row.share, value => `${number(value)}%`) },
    { title: t('stats.funnel.median'), align: 'right', render: (_, row) => orNone(row.medianDays, days) },
    { title: t('stats.funnel.p90'), align: 'right', responsive: ['sm'], render: (_, row) => orNone(row.p90Days, days) },
    { title: t('stats.funnel.lost'), align: 'right', responsive: ['sm'], render: (_, row) => number(row.lost) },
  ]
  return <Table<FunnelRow> rowKey="stage" size="small" columns={columns} dataSource={rows} pagination={false} />
}
