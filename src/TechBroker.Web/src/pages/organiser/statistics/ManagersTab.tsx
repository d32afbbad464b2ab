import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { useNavigate } from 'react-router'
import type { Schema } from '../../../api/client'
import { useI18n } from '../../../i18n'
import { Chart, type Picked } from './charts/Chart'
import { axis, basis, useLook } from './charts/useLook'
import { Choice } from './Choice'
import { Drawn } from './Drawn'
import { Loaded } from './Loaded'
import { managerMeasures, ManagersTable, type ManagerMeasure } from './ManagersTable'
import type { Period } from './periods'
import { csvOf, managersQuery } from './queries'
import { useChoice } from './useChoice'

type Body = Schema['ManagerStatisticsBody']

/** What managers have in hand and what they brought about; managers see themselves and the middle one. */
export function ManagersTab({ period }: { period: Period }) {
  const { t } = useI18n()
  const managers = useQuery(managersQuery(period))
  const [measure, choose] = useChoice('measure', managerMeasures)
  return (
    <Loaded query={managers}>
      {body => (
        <Drawn
          title={t('stats.managers.title')}
          note={t('stats.managers.note')}
          csv={csvOf('managers', { from: period.from, to: period.to })}
          choices={<Choice label={t('stats.managers.measure')} value={measure} of={managerMeasures} name={one => t(`stats.managers.${one}`)} onChange={choose} />}
          chart={<ManagersChart body={body} measure={measure} />}
        >
          <ManagersTable body={body} />
        </Drawn>
      )}
    </Loaded>
  )
}

function ManagersChart({ body, measure }: { body: Body; measure: ManagerMeasure }) {
  const { t, number } = useI18n()
  const look = useLook()
  const navigate = useNavigate()
  const rows = useMemo(() => [...body.items].sort((a, b) => b[measure] - a[measure]).slice(0, 30), [body, measure])
  const median = body.median?.[measure]
  const option = useMemo(() => ({
    ...basis(look),
    grid: { left: 8, right: 40, top: 28, bottom: 8, containLabel: true },
    xAxis: { type: 'value', minInterval: 1, ...axis(look) },
    yAxis: { type: 'category', inverse: true, data: rows.map(row => row.name ?? ''), ...axis(look), axisLabel: { color: look.text, interval: 0, width: 120, overflow: 'truncate' } },
    series: [{
      type: 'bar',
      barMaxWidth: 22,
      data: rows.map(row => row[measure]),
      label: { show: true, position: 'right', color: look.text },
      tooltip: { formatter: ({ name, value }: { name: string; value: number }) => `${name}\n${t(`stats.managers.${measure}`)}  ${number(value)}` },
      markLine: median === undefined ? undefined : {
        symbol: 'none', silent: true,
        lineStyle: { color: look.quiet, type: 'dashed' },
        label: { color: look.quiet, formatter: t('stats.managers.medianOf', { n: number(median) }) },
        data: [{ xAxis: median }],
      },
    }],
  }), [rows, measure, median, look, t, number])
  const pick = useCallback(({ dataIndex }: Picked) => {
    const row = rows[dataIndex]
    if (row) {
      void navigate(`/work/managers/${row.managerId}`)
    }
  }, [rows, navigate])
  const words = rows.slice(0, 3).map(row => `${row.name ?? ''} ${row[measure]}`)
  return rows.length === 0 ? null : (
    <Chart option={option} height={60 + rows.length * 34} label={t('stats.managers.alt', { measure: t(`stats.managers.${measure}`), most: words.join(t('stats.semicolon')) })} onPick={pick} />
  )
}
