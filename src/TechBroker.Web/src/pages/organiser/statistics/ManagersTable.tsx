import { Table, type TableProps } from 'antd'
import { Link } from 'react-router'
import type { Schema } from '../../../api/client'
import { useI18n } from '../../../i18n'
import { Nothing } from '../../../shared/Nothing'
import { useIsPhone } from '../../../shared/useIsPhone'

export const managerMeasures = ['live', 'taken', 'introduced', 'signed', 'closed'] as const
export type ManagerMeasure = (typeof managerMeasures)[number]
type Row = Schema['ManagerStatisticBody']

export function ManagersTable({ body }: { body: Schema['ManagerStatisticsBody'] }) {
  const { t, number, money } = useI18n()
  const phone = useIsPhone()
  const measures: readonly ManagerMeasure[] = phone ? ['live', 'signed'] : managerMeasures
  const days = (value: number | null | undefined) => (value === null || value === undefined ? '–' : t('stats.funnel.days', { n: number(Math.round(value * 10) / 10) }))
  const columns: TableProps<Row>['columns'] = [
    { title: t('stats.managers.name'), render: (_, row) => <Link to={`/work/managers/${row.managerId}`}>{row.name ?? row.managerId}</Link> },
    ...measures.map(measure => ({ title: t(`stats.managers.${measure}`), align: 'right' as const, sorter: phone ? undefined : (a: Row, b: Row) => a[measure] - b[measure], render: (_: unknown, row: Row) => number(row[measure]) })),
    { title: t('stats.managers.days'), align: 'right', hidden: phone, render: (_, row) => days(row.medianDaysToIntroduction) },
    {
      title: t('stats.managers.credits'),
      align: 'right',
      render: (_, row) => row.credits.length === 0 ? '–' : row.credits.map(credit => <div key={credit.amount.currency}>{money(credit.amount)} <small className="quiet">{t('stats.contracts', { n: number(credit.contracts) })}</small></div>),
    },
  ]
  const { median } = body
  return (
    <Table<Row>
      rowKey="managerId"
      size="small"
      columns={columns}
      dataSource={body.items}
      pagination={body.items.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
      locale={{ emptyText: <Nothing text={t('stats.none')} /> }}
      summary={() => median ? (
        <Table.Summary.Row>
          <Table.Summary.Cell index={0}>{t('stats.managers.median', { n: number(median.managers) })}</Table.Summary.Cell>
          {measures.map((measure, i) => <Table.Summary.Cell key={measure} index={i + 1} align="right">{number(median[measure])}</Table.Summary.Cell>)}
          {phone ? null : <Table.Summary.Cell index={6} align="right">{days(median.medianDaysToIntroduction)}</Table.Summary.Cell>}
          <Table.Summary.Cell index={7} />
        </Table.Summary.Row>
      ) : null}
    />
  )
}
