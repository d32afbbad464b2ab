import { useQuery } from '@tanstack/react-query'
import { Table, type TableProps } from 'antd'
import { useState } from 'react'
import type { Schema } from '../../../api/client'
import { useI18n } from '../../../i18n'
import { Nothing } from '../../../shared/Nothing'
import { useFieldName, useRegionName } from '../../../shared/vocabularies'
import { Choice } from './Choice'
import { Drawn } from './Drawn'
import { FigureButton } from './FigureButton'
import { currenciesOf } from './figures'
import { InvestmentsChart } from './InvestmentsChart'
import { InvestmentsDrawer, type OpenedInvestments } from './InvestmentsDrawer'
import { Loaded } from './Loaded'
import { daysOfMonth, monthsOf, type Period } from './periods'
import { investmentsQuery, type InvestmentGroup } from './queries'
import { useChoice } from './useChoice'
import { useMonth } from './useMonth'

type Item = Schema['InvestmentFigureBody']
const groups: readonly InvestmentGroup[] = ['month', 'region', 'industry']

/** Investments are no technology contracts, and in none of their figures. */
export function InvestmentsTab({ period }: { period: Period }) {
  const { t, money, number } = useI18n()
  const [group, chooseGroup] = useChoice('group', groups)
  const [wanted, chooseCurrency] = useState('CNY')
  const [opened, setOpened] = useState<OpenedInvestments | null>(null)
  const query = useQuery(investmentsQuery(period, group))
  const [region, field, month] = [useRegionName(), useFieldName(), useMonth()]
  const name = (key: string | null | undefined) =>
    !key ? t('stats.investments.none') : group === 'region' ? region(key) : group === 'industry' ? field(key) : month(key)
  return (
    <Loaded query={query}>
      {({ items, totals }) => {
        const currencies = currenciesOf(totals)
        const currency = currencies.includes(wanted) ? wanted : (currencies[0] ?? 'CNY')
        const found = items.filter(item => item.amount.currency === currency)
        const rows = group === 'month' ? filled(found, period, currency) : found
        const open = (item: Item) => setOpened({
          title: t('stats.investments.of', { name: name(item.key) }),
          amount: item.amount,
          query: group === 'month' && item.key ? daysOfMonth(item.key, period) : { from: period.from, to: period.to, ...(item.key ? { [group]: item.key } : {}) },
          // The list has no question for "without an industry".
          without: item.key ? undefined : 'industry',
        })
        const columns: TableProps<Item>['columns'] = [
          { title: t(group === 'month' ? 'stats.month' : group === 'region' ? 'ceremony.region' : 'stats.industry'), render: (_, item) => name(item.key) },
          { title: t('stats.investments.projects'), align: 'right', render: (_, item) => number(item.projects) },
          { title: t('stats.amount'), align: 'right', render: (_, item) => item.projects === 0 ? '–' : <FigureButton open={() => open(item)}>{money(item.amount)}</FigureButton> },
        ]
        const total = totals.find(one => one.amount.currency === currency)
        return (
          <Drawn
            title={t('stats.investments.title')}
            note={t('stats.investments.note')}
            choices={
              <>
                <Choice label={t('stats.investments.group')} value={group} of={groups} name={one => t(`stats.investments.${one}`)} onChange={chooseGroup} />
                <Choice label={t('field.currency')} value={currency} of={currencies} name={one => one} onChange={chooseCurrency} />
              </>
            }
            chart={found.length > 0 ? <InvestmentsChart rows={rows} name={name} currency={currency} open={open} /> : null}
          >
            <Table<Item>
              rowKey={item => item.key ?? ''}
              size="small"
              columns={columns}
              dataSource={found.length > 0 ? rows : []}
              pagination={false}
              locale={{ emptyText: <Nothing text={t('stats.none')} /> }}
              summary={() => total ? (
                <Table.Summary.Row>
                  <Table.Summary.Cell index={0}>{t('stats.total')}</Table.Summary.Cell>
                  <Table.Summary.Cell index={1} align="right">{number(total.projects)}</Table.Summary.Cell>
                  <Table.Summary.Cell index={2} align="right"><strong>{money(total.amount)}</strong></Table.Summary.Cell>
                </Table.Summary.Row>
              ) : null}
            />
            <InvestmentsDrawer opened={opened} close={() => setOpened(null)} />
          </Drawn>
        )
      }}
    </Loaded>
  )
}

function filled(items: Item[], period: Period, currency: string): Item[] {
  return monthsOf(period.from, period.to).map(key => items.find(item => item.key === key) ?? { key, projects: 0, amount: { currency, minorUnits: 0 } })
}
