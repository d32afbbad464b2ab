import { Drawer, Table, type TableProps } from 'antd'
import { api, bodyOf, type Money, type Schema } from '../../../api/client'
import { useI18n } from '../../../i18n'
import { LoadMore } from '../../../shared/LoadMore'
import { Trouble } from '../../../shared/Trouble'
import { useCursorPages } from '../../../shared/useCursorPages'
import { useRegionName } from '../../../shared/vocabularies'
import { sumsOf } from './figures'

type Investment = Schema['InvestmentBody']

export interface OpenedInvestments {
  title: string
  amount: Money
  query: { from: string; to: string; region?: string; industry?: string }
  /** Only those without it. */
  without?: 'industry'
}

/** The projects behind a figure. */
export function InvestmentsDrawer({ opened, close }: { opened: OpenedInvestments | null; close: () => void }) {
  return (
    <Drawer open={opened !== null} onClose={close} size="min(760px, 100vw)" title={opened?.title} destroyOnHidden>
      {opened ? <Projects opened={opened} /> : null}
    </Drawer>
  )
}

function Projects({ opened }: { opened: OpenedInvestments }) {
  const { t, money, day, number } = useI18n()
  const region = useRegionName()
  const pages = useCursorPages<Investment>({
    queryKey: ['statistics', 'investment-lines', opened.query],
    page: (cursor, signal) => bodyOf(api.GET('/api/v1/investments', { params: { query: { ...opened.query, reversed: 'false', limit: '200', cursor } }, signal })),
  })
  if (pages.error && pages.items.length === 0) {
    return <Trouble problem={pages.error} retry={pages.retry} />
  }
  const rows = pages.items.filter(item => item.amount.currency === opened.amount.currency && (!opened.without || !item[opened.without]))
  const columns: TableProps<Investment>['columns'] = [
    { title: t('stats.investments.project'), render: (_, item) => <>{item.title}<br /><small className="quiet">{item.investors.join(t('list.comma'))} → {item.recipient} · {region(item.regionCode)}</small></> },
    { title: t('stats.line.day'), width: 130, render: (_, item) => day(item.signedOn) },
    { title: t('stats.amount'), align: 'right', width: 150, render: (_, item) => money(item.amount) },
  ]
  return (
    <div className="organiser-lines">
      <p>{t('stats.line.figure')} <strong>{money(opened.amount)}</strong></p>
      <Table<Investment>
        rowKey="id"
        size="small"
        columns={columns}
        dataSource={rows}
        loading={pages.isPending}
        pagination={false}
        summary={() => rows.length === 0 ? null : (
          <Table.Summary.Row>
            <Table.Summary.Cell index={0} colSpan={2}>{t(pages.hasMore ? 'stats.line.sumSoFar' : 'stats.line.sum', { n: number(rows.length) })}</Table.Summary.Cell>
            <Table.Summary.Cell index={2} align="right"><strong>{money(sumsOf(rows.map(row => row.amount))[0]!)}</strong></Table.Summary.Cell>
          </Table.Summary.Row>
        )}
      />
      {pages.error ? <Trouble problem={pages.error} retry={pages.retry} /> : null}
      <LoadMore pages={pages} />
    </div>
  )
}
