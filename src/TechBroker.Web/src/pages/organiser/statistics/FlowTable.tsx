import { Table, type TableProps } from 'antd'
import type { Schema } from '../../../api/client'
import { useI18n } from '../../../i18n'
import { Nothing } from '../../../shared/Nothing'
import { useRegionName } from '../../../shared/vocabularies'
import { useIsPhone } from '../../../shared/useIsPhone'
import { FigureButton } from './FigureButton'
import { sumsOf } from './figures'
import type { Opened } from './LinesDrawer'
import type { Kind } from './queries'

type Item = Schema['RegionFlowItemBody']

export function FlowTable({ items, kind, open }: { items: readonly Item[]; kind: Kind; open: (figure: Opened) => void }) {
  const { t, money, number } = useI18n()
  const region = useRegionName(items.flatMap(item => [item.fromRegion, item.toRegion]))
  const title = (item: Item) => t('stats.flow.from', { from: region(item.fromRegion), to: region(item.toRegion) })
  const phone = useIsPhone()
  const count = (item: Item) => item.contracts ?? item.payments ?? 0
  const figure = (item: Item) => <FigureButton open={() => open({ title: title(item), lines: item.lines, amount: item.amount })}>{money(item.amount)}</FigureButton>
  const counted = (n: number) => t(kind === 'paid' ? 'stats.paymentsOf' : 'stats.contracts', { n: number(n) })
  const narrow: TableProps<Item>['columns'] = [
    { title: t('stats.flow.pair'), render: (_, item) => <>{title(item)}<br /><small className="quiet organiser-flush">{counted(count(item))}</small></> },
    { title: t('stats.amount'), align: 'right', render: (_, item) => figure(item) },
  ]
  const columns: TableProps<Item>['columns'] = phone ? narrow : [
    { title: t('stats.flow.seller'), render: (_, item) => region(item.fromRegion) },
    { title: t('stats.flow.buyer'), render: (_, item) => region(item.toRegion) },
    { title: t(kind === 'paid' ? 'stats.payments' : 'stats.count'), align: 'right', render: (_, item) => number(count(item)) },
    { title: t('stats.amount'), align: 'right', render: (_, item) => figure(item) },
    { title: t('stats.technology'), align: 'right', render: (_, item) => money(item.technologyAmount) },
  ]
  const total = sumsOf(items.map(item => item.amount))[0]
  const all = items.reduce((sum, item) => sum + count(item), 0)
  const technology = sumsOf(items.map(item => item.technologyAmount))[0]
  return (
    <Table<Item>
      rowKey={item => `${item.fromRegion} ${item.toRegion}`}
      size="small"
      columns={columns}
      dataSource={[...items]}
      pagination={items.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
      locale={{ emptyText: <Nothing text={t('stats.none')} /> }}
      summary={() => total ? (
        <Table.Summary.Row>
          <Table.Summary.Cell index={0} colSpan={phone ? 1 : 2}>{t('stats.total')}{phone ? <small className="quiet">{counted(all)}</small> : null}</Table.Summary.Cell>
          {phone ? null : <Table.Summary.Cell index={2} align="right">{number(all)}</Table.Summary.Cell>}
          <Table.Summary.Cell index={3} align="right"><strong>{money(total)}</strong></Table.Summary.Cell>
          {phone ? null : <Table.Summary.Cell index={4} align="right">{technology ? money(technology) : null}</Table.Summary.Cell>}
        </Table.Summary.Row>
      ) : null}
    />
  )
}
