import { Drawer, Table, Tag, type TableProps } from 'antd'
import { Link } from 'react-router'
import type { Money, Schema } from '../../../api/client'
import { useI18n } from '../../../i18n'
import { LoadMore } from '../../../shared/LoadMore'
import { Trouble } from '../../../shared/Trouble'
import { useCursorPages } from '../../../shared/useCursorPages'
import { SaveButton } from '../SaveButton'
import { useIsPhone } from '../../../shared/useIsPhone'
import { sumsOf } from './figures'
import { linePages } from './queries'

/** A figure that somebody wants to look into. */
export interface Opened {
  title: string
  lines: string
  amount: Money
}

type Line = Schema['ContractLineBody']

/** The ledger lines behind a figure, adding up to it before one's eyes. */
export function LinesDrawer({ opened, close }: { opened: Opened | null; close: () => void }) {
  const { t } = useI18n()
  return (
    <Drawer open={opened !== null} onClose={close} size="min(760px, 100vw)" title={opened?.title} destroyOnHidden extra={opened ? <SaveButton address={`${opened.lines}&format=csv`} text={t('stats.csv')} /> : null}>
      {opened ? <Lines opened={opened} /> : null}
    </Drawer>
  )
}

function Lines({ opened }: { opened: Opened }) {
  const { t, money, day, number } = useI18n()
  const phone = useIsPhone()
  const pages = useCursorPages<Line>(linePages(opened.lines))
  if (pages.error && pages.items.length === 0) {
    return <Trouble problem={pages.error} retry={pages.retry} />
  }
  const sum = sumsOf(pages.items.map(line => line.amount))[0] ?? { currency: opened.amount.currency, minorUnits: 0 }
  const columns: TableProps<Line>['columns'] = [
    { title: t('stats.line.title'), render: (_, line) => <><Link to={`/work/deals/${line.dealId}`}>{line.title}</Link>{line.reversesSeq ? <Tag color="orange">{t('stats.line.reversal')}</Tag> : null}{phone ? <div className="quiet">{day(line.day)}</div> : null}</> },
    { title: t('stats.line.day'), width: 130, hidden: phone, render: (_, line) => day(line.day) },
    { title: t('stats.amount'), align: 'right', width: 150, render: (_, line) => money(line.amount) },
  ]
  return (
    <div className="organiser-lines">
      <p>{t('stats.line.figure')} <strong>{money(opened.amount)}</strong></p>
      <Table<Line>
        rowKey="seq"
        size="small"
        columns={columns}
        dataSource={pages.items}
        loading={pages.isPending}
        pagination={false}
        summary={() => pages.items.length === 0 ? null : (
          <Table.Summary.Row>
            <Table.Summary.Cell index={0} colSpan={phone ? 1 : 2}>{t(pages.hasMore ? 'stats.line.sumSoFar' : 'stats.line.sum', { n: number(pages.items.length) })}</Table.Summary.Cell>
            <Table.Summary.Cell index={2} align="right"><strong data-testid="lines-sum">{money(sum)}</strong></Table.Summary.Cell>
          </Table.Summary.Row>
        )}
      />
      {pages.error ? <Trouble problem={pages.error} retry={pages.retry} /> : null}
      <LoadMore pages={pages} />
    </div>
  )
}
