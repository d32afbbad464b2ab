import { useCallback, useMemo } from 'react'
import type { Schema } from '../../../api/client'
import { useI18n } from '../../../i18n'
import { Chart, type Picked } from './charts/Chart'
import { axis, basis, useLook } from './charts/useLook'
import { compactAmount } from './compact'
import { byMonth } from './figures'
import type { Opened } from './LinesDrawer'
import { useMonth } from './useMonth'
import { kinds } from './queries'

type Item = Schema['ContractStatisticBody']

export function ValueChart({ months, items, currency, open }: { months: string[]; items: Item[][]; currency: string; open: (figure: Opened) => void }) {
  const { t, money, language } = useI18n()
  const look = useLook()
  const month = useMonth()
  const option = useMemo(() => ({
    ...basis(look),
    legend: { top: 0, textStyle: { color: look.text, fontFamily: look.font } },
    grid: { left: 8, right: 8, top: 44, bottom: 8, containLabel: true },
    xAxis: { type: 'category', data: months.map(month), ...axis(look) },
    yAxis: { type: 'value', ...axis(look), axisLabel: { color: look.quiet, formatter: (value: number) => compactAmount(value, currency, language) } },
    series: kinds.map((kind, i) => ({
      type: 'bar',
      name: t(`stats.kind.${kind}`),
      barMaxWidth: 28,
      data: byMonth(months, items[i]!, item => item.keys.month, item => item.amount.minorUnits ?? 0),
      tooltip: { formatter: ({ name, value }: { name: string; value: number }) => `${name} ${t(`stats.kind.${kind}`)}\n${money({ currency, minorUnits: value })}` },
    })),
  }), [months, items, currency, look, t, money, month, language])

  const pick = useCallback(({ seriesIndex = 0, dataIndex }: Picked) => {
    const item = items[seriesIndex]!.find(one => one.keys.month === months[dataIndex])
    if (item) {
      open({ title: `${month(months[dataIndex]!)} ${t(`stats.kind.${kinds[seriesIndex]!}`)}`, lines: item.lines, amount: item.amount })
    }
  }, [items, months, month, t, open])

  const words = kinds.map((kind, i) => `${t(`stats.kind.${kind}`)} ${money({ currency, minorUnits: items[i]!.reduce((sum, item) => sum + (item.amount.minorUnits ?? 0), 0) })}`)
  return <Chart option={option} height={320} label={t('stats.value.alt', { months: months.length, sums: words.join(t('stats.semicolon')) })} onPick={pick} />
}
