import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useI18n } from '../../../i18n'
import { currenciesOf } from './figures'
import { Choice } from './Choice'
import { Drawn } from './Drawn'
import { FlowChart } from './FlowChart'
import { FlowTable } from './FlowTable'
import { LinesDrawer, type Opened } from './LinesDrawer'
import { Loaded } from './Loaded'
import type { Period } from './periods'
import { csvOf, flowQuery, kinds, type FlowLevel } from './queries'
import { useChoice } from './useChoice'

const levels: readonly FlowLevel[] = ['province', 'city']

/** From where the sellers are to where the buyers are. */
export function FlowTab({ period }: { period: Period }) {
  const { t } = useI18n()
  const [kind, chooseKind] = useChoice('kind', kinds)
  const [level, chooseLevel] = useChoice('level', levels)
  const [wanted, chooseCurrency] = useState('CNY')
  const [opened, setOpened] = useState<Opened | null>(null)
  const flow = useQuery(flowQuery(period, kind, level))
  return (
    <Loaded query={flow}>
      {({ items }) => {
        const currencies = currenciesOf(items)
        const currency = currencies.includes(wanted) ? wanted : (currencies[0] ?? 'CNY')
        const shown = items.filter(item => item.amount.currency === currency)
        return (
          <Drawn
            title={t('stats.flow.title')}
            note={t('stats.flow.note')}
            csv={csvOf('region-flow', { from: period.from, to: period.to, kind, level, currency })}
            choices={
              <>
                <Choice label={t('stats.kind')} value={kind} of={kinds} name={one => t(`stats.kind.${one}`)} onChange={chooseKind} />
                <Choice label={t('stats.level')} value={level} of={levels} name={one => t(`stats.level.${one}`)} onChange={chooseLevel} />
                <Choice label={t('field.currency')} value={currency} of={currencies} name={one => one} onChange={chooseCurrency} />
              </>
            }
            chart={<FlowChart items={shown} currency={currency} open={setOpened} />}
          >
            <FlowTable items={shown} kind={kind} open={setOpened} />
            <LinesDrawer opened={opened} close={() => setOpened(null)} />
          </Drawn>
        )
      }}
    </Loaded>
  )
}
