import { Grid } from 'antd'
import { useCallback, useMemo } from 'react'
import type { Schema } from '../../../api/client'
import { useI18n } from '../../../i18n'
import { Chart, type Picked } from './charts/Chart'
import { axis, basis, useLook } from './charts/useLook'
import { heatCells, heatMeasures, type HeatMeasure } from './heat'

type Row = Schema['MarketStatisticBody']
type Cell = [number, number, number, number]
const most = 20

/** Fields down, the four measures across; a colour is strong where a measure has most. The busiest fields: the table has all. */
export function HeatChart({ rows: all, names: allNames, open }: { rows: Row[]; names: string[]; open: (row: Row, measure: HeatMeasure) => void }) {
  const { t, number } = useI18n()
  const look = useLook()
  const wide = Grid.useBreakpoint().md ?? true
  const rows = useMemo(() => all.slice(0, most), [all])
  const names = allNames.slice(0, most)
  const columns = heatMeasures.map(measure => t(`stats.market.${measure}`))
  const option = useMemo(() => ({
    ...basis(look),
    grid: { left: 8, right: 8, top: 8, bottom: 8, containLabel: true },
    xAxis: { type: 'category', position: 'top', data: columns, ...axis(look), splitLine: { show: false }, axisLabel: { color: look.quiet, interval: 0, width: wide ? 180 : 58, overflow: 'break' } },
    yAxis: { type: 'category', inverse: true, data: names, ...axis(look), splitLine: { show: false }, axisLabel: { color: look.text, width: wide ? 260 : 92, overflow: 'truncate', interval: 0 } },
    visualMap: { show: false, min: 0, max: 100, dimension: 2, inRange: { color: [`${look.strong}10`, `${look.strong}8c`] } },
    series: [{
      type: 'heatmap',
      data: heatCells(rows),
      label: { show: true, color: look.text, formatter: ({ data }: { data: Cell }) => number(data[3]) },
      itemStyle: { borderColor: look.page, borderWidth: 2 },
      tooltip: { formatter: ({ data }: { data: Cell }) => `${names[data[1]]}\n${columns[data[0]]}  ${number(data[3])}` },
    }],
  }), [rows, names.join('|'), columns.join('|'), look, wide, number])
  const pick = useCallback(({ data }: Picked) => {
    const [column, row] = data as Cell
    open(rows[row]!, heatMeasures[column]!)
  }, [rows, open])
  return <Chart option={option} height={60 + rows.length * 34} label={t('stats.market.alt', { n: rows.length, most: names.slice(0, 3).join(t('list.comma')) })} onPick={pick} />
}
