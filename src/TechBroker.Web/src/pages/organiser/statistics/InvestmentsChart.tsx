import { useCallback, useMemo } from 'react'
import type { Schema } from '../../../api/client'
import { useI18n } from '../../../i18n'
import { Chart, type Picked } from './charts/Chart'
import { axis, basis, useLook } from './charts/useLook'
import { compactAmount } from './compact'

type Item = Schema['InvestmentFigureBody']

export function InvestmentsChart(props: { rows: Item[]; name: (key: string | null | undefined) => string; currency: string; open: (item: Item) => void }) {
  const { rows, currency, open } = props
  const { t, money, language } = useI18n()
  const look = useLook()
  const names = rows.map(row => props.name(row.key))
  const option = useMemo(() => ({
    ...basis(look),
    grid: { left: 8, right: 8, top: 16, bottom: 8, containLabel: true },
    xAxis: { type: 'category', data: names, ...axis(look) },
    yAxis: { type: 'value', ...axis(look), axisLabel: { color: look.quiet, formatter: (value: number) => compactAmount(value, currency, language) } },
    series: [{
      type: 'bar',
      barMaxWidth: 40,
      data: rows.map(row => row.amount.minorUnits ?? 0),
      tooltip: { formatter: ({ name, value }: { name: string; value: number }) => `${name}\n${money({ currency, minorUnits: value })}` },
    }],
  }), [rows, names.join('|'), currency, look, money, language])
  const pick = useCallback(({ dataIndex }: Picked) => {
    const row = rows[dataIndex]
    if (row && row.projects > 0) {
      open(row)
    }
  }, [rows, open])
  const words = rows.filter(row => row.projects > 0).slice(0, 3).map(row => `${props.name(row.key)} ${money(row.amount)}`)
  return <Chart option={option} height={280} label={t('stats.investments.alt', { some: words.join(t('stats.semicolon')) })} onPick={pick} />
}
