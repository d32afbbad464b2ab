import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { useI18n } from '../../../i18n'
import { Choice } from './Choice'
import { Drawn } from './Drawn'
import { currenciesOf } from './figures'
import { LinesDrawer, type Opened } from './LinesDrawer'
import { Loaded } from './Loaded'
import { monthsOf, type Period } from './periods'
import { contractsQuery, csvOf, kinds } from './queries'
import { ValueChart } from './ValueChart'
import { ValueTable } from './ValueTable'

/** What was signed, registered and paid, month by month. */
export function ValueTab({ period }: { period: Period }) {
  const { t } = useI18n()
  const [wanted, chooseCurrency] = useState('CNY')
  const [opened, setOpened] = useState<Opened | null>(null)
  const [signed, registered, paid] = useQueries({ queries: kinds.map(kind => contractsQuery(period, kind, 'month')) })
  const all = [signed!, registered!, paid!]
  const unread = all.find(query => query.error) ?? all.find(query => query.data === undefined)
  if (unread) {
    return <Loaded query={unread}>{() => null}</Loaded>
  }

  const currencies = currenciesOf(all.flatMap(query => query.data!.totals))
  const currency = currencies.includes(wanted) ? wanted : (currencies[0] ?? 'CNY')
  const months = monthsOf(period.from, period.to)
  const items = all.map(query => query.data!.items.filter(item => item.amount.currency === currency))
  return (
    <Drawn
      title={t('stats.value.title')}
      note={t('stats.value.note')}
      csv={csvOf('contracts', { from: period.from, to: period.to, kind: 'signed', groupBy: 'month', currency })}
      choices={<Choice label={t('field.currency')} value={currency} of={currencies} name={one => one} onChange={chooseCurrency} />}
      chart={<ValueChart months={months} items={items} currency={currency} open={setOpened} />}
    >
      <ValueTable months={months} items={items} open={setOpened} />
      <LinesDrawer opened={opened} close={() => setOpened(null)} />
    </Drawn>
  )
}
