import { Table, type TableProps } from 'antd'
import type { ReactNode } from 'react'
import type { Schema } from '../../../api/client'
import { useI18n } from '../../../i18n'
import { useIsPhone } from '../../../shared/useIsPhone'
import { FigureButton } from './FigureButton'
import type { Opened } from './LinesDrawer'
import { kinds } from './queries'
import { useMonth } from './useMonth'

type Item = Schema['ContractStatisticBody']

/** A row for each month, also for one without anything. */
export function ValueTable({ months, items, open }: { months: string[]; items: Item[][]; open: (figure: Opened) => void }) {
  const { t, money, number } = useI18n()
  const month = useMonth()
  const phone = useIsPhone()
  const name = (i: number) => t(`stats.kind.${kinds[i]!}`)
  const cell = (row: string, i: number) => {
    const item = items[i]!.find(one => one.keys.month === row)
    return item ? (
      <>
        <FigureButton open={() => open({ title: `${month(row)} ${name(i)}`, lines: item.lines, amount: item.amount })}>{money(item.amount)}</FigureButton>
        <small className="quiet">{item.contracts === null || item.contracts === undefined ? t('stats.paymentsOf', { n: number(item.payments ?? 0) }) : t('stats.contracts', { n: number(item.contracts) })}</small>
      </>
    ) : <span className="quiet">–</span>
  }
  const sum = (i: number) => items[i]!.length === 0 ? '–' : money({ currency: items[i]![0]!.amount.currency, minorUnits: items[i]!.reduce((all, item) => all + (item.amount.minorUnits ?? 0), 0) })
  const stacked = (of: (i: number) => ReactNode) => kinds.map((kind, i) => <div key={kind} className="organiser-stacked"><span>{name(i)}</span><span>{of(i)}</span></div>)
  const columns: TableProps<string>['columns'] = [
    { title: t('stats.month'), render: (_, row) => month(row) },
    ...(phone
      ? [{ title: t('stats.amount'), render: (_: unknown, row: string) => stacked(i => cell(row, i)) }]
      : kinds.map((kind, i) => ({ key: kind, title: name(i), align: 'right' as const, render: (_: unknown, row: string) => cell(row, i) }))),
  ]
  return (
    <Table<string>
      rowKey={row => row}
      size="small"
      columns={columns}
      dataSource={[...months].reverse()}
      pagination={false}
      summary={() => (
        <Table.Summary.Row>
          <Table.Summary.Cell index={0}>{t('stats.total')}</Table.Summary.Cell>
          {phone
            ? <Table.Summary.Cell index={1}>{stacked(i => <strong>{sum(i)}</strong>)}</Table.Summary.Cell>
            : kinds.map((kind, i) => <Table.Summary.Cell key={kind} index={i + 1} align="right"><strong>{sum(i)}</strong></Table.Summary.Cell>)}
        </Table.Summary.Row>
      )}
    />
  )
}
