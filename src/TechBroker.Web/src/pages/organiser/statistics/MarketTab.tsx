import { useQuery } from '@tanstack/react-query'
import { Table, type TableProps } from 'antd'
import { useCallback } from 'react'
import { Link, useNavigate } from 'react-router'
import type { Schema } from '../../../api/client'
import { useI18n } from '../../../i18n'
import { Nothing } from '../../../shared/Nothing'
import { useFieldName } from '../../../shared/vocabularies'
import { useIsPhone } from '../../../shared/useIsPhone'
import { Drawn } from './Drawn'
import { HeatChart } from './HeatChart'
import { heatMeasures, heatRows, type HeatMeasure } from './heat'
import { Loaded } from './Loaded'
import { csvOf, supplyQuery } from './queries'

type Row = Schema['MarketStatisticBody']
const wholes: readonly HeatMeasure[] = ['listings', 'needs']

/** Supply and demand at this moment, whatever the period. */
export function MarketTab() {
  const { t } = useI18n()
  const market = useQuery(supplyQuery)
  return (
    <Loaded query={market}>
      {({ items, total }) => <Market rows={heatRows(items)} total={total} csv={csvOf('market', {})} title={t('stats.market.title')} />}
    </Loaded>
  )
}

function Market({ rows, total, csv, title }: { rows: Row[]; total: Row; csv: string; title: string }) {
  const { t, number } = useI18n()
  const field = useFieldName()
  const navigate = useNavigate()
  const name = (row: Row) => (row.field ? field(row.field) : t('stats.market.noField'))
  const names = rows.map(name)
  const open = useCallback((row: Row, measure: HeatMeasure) => void navigate(listOf(row, measure)), [navigate])
  // On a phone what has no partner stands below its whole.
  const shown = useIsPhone() ? wholes : heatMeasures
  const columns: TableProps<Row>['columns'] = [
    { title: t('stats.market.field'), render: (_, row) => name(row) },
    ...shown.map(measure => ({
      title: t(`stats.market.${measure}`),
      align: 'right' as const,
      render: (_: unknown, row: Row) => (
        <>
          {row.field && row[measure] > 0 && wholes.includes(measure) ? <Link to={listOf(row, measure)}>{number(row[measure])}</Link> : number(row[measure])}
          {shown === wholes ? <Part row={row} of={measure} /> : null}
        </>
      ),
    })),
  ]
  return (
    <Drawn title={title} note={t('stats.market.note')} csv={csv} chart={rows.length > 0 ? <HeatChart rows={rows} names={names} open={open} /> : null}>
      <Table<Row>
        rowKey={row => row.field ?? ''}
        size="small"
          columns={columns}
        dataSource={rows}
        pagination={false}
        locale={{ emptyText: <Nothing text={t('stats.none')} /> }}
        summary={() => (
          <Table.Summary.Row>
            <Table.Summary.Cell index={0}>{t('stats.market.total')}</Table.Summary.Cell>
            {shown.map((measure, i) => <Table.Summary.Cell key={measure} index={i + 1} align="right"><strong>{number(total[measure])}</strong>{shown === wholes ? <Part row={total} of={measure} /> : null}</Table.Summary.Cell>)}
          </Table.Summary.Row>
        )}
      />
    </Drawn>
  )
}

function Part({ row, of }: { row: Row; of: HeatMeasure }) {
  const { t, number } = useI18n()
  const part = of === 'listings' ? 'listingsWithoutInterest' : 'needsWithoutListing'
  return <div><small className="quiet organiser-flush">{t('stats.market.alone', { n: number(row[part]) })}</small></div>
}

/** The published results or needs of a field; which of them have no partner the lists do not tell. */
function listOf(row: Row, measure: HeatMeasure) {
  return `/${measure.startsWith('listings') ? 'listings' : 'needs'}${row.field ? `?field=${encodeURIComponent(row.field)}` : ''}`
}
