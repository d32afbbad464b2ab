import { Progress, Table, type TableProps } from 'antd'
import type { Schema } from '../../../api/client'
import { useI18n } from '../../../i18n'
import { Nothing } from '../../../shared/Nothing'
import { useNames } from '../../../shared/vocabularies'
import { share } from './figures'
import { reasonsOf } from './funnel'

/** Why engagements ended, and who ended them. */
export function LossTable({ losses, closed }: { losses: readonly Schema['FunnelLossBody'][]; closed: number }) {
  const { t, number } = useI18n()
  const reason = useNames('close-reasons')
  const rows = reasonsOf(losses)
  const columns: TableProps<(typeof rows)[number]>['columns'] = [
    { title: t('stats.loss.reason'), render: (_, row) => reason(row.reason) },
    { title: t('stats.loss.count'), align: 'right', render: (_, row) => number(row.count) },
    { title: t('stats.loss.share'), width: 180, responsive: ['md'], render: (_, row) => <Progress aria-label={reason(row.reason)} percent={share(row.count, closed) ?? 0} size="small" status="normal" /> },
    { title: t('stats.loss.listing'), align: 'right', responsive: ['sm'], render: (_, row) => number(row.listing) },
    { title: t('stats.loss.need'), align: 'right', responsive: ['sm'], render: (_, row) => number(row.need) },
    { title: t('stats.loss.manager'), align: 'right', responsive: ['sm'], render: (_, row) => number(row.manager) },
  ]
  return (
    <section className="panel">
      <h2>{t('stats.loss.title')}</h2>
      <Table rowKey="reason" size="small" columns={columns} dataSource={rows} pagination={false} locale={{ emptyText: <Nothing text={t('stats.loss.none')} /> }} />
    </section>
  )
}
