import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Link } from 'react-router'
import { useI18n } from '../../../i18n'
import { Chart } from './charts/Chart'
import { basis, palette, useLook } from './charts/useLook'
import { Drawn } from './Drawn'
import { funnelRows, type FunnelRow } from './funnel'
import { FunnelTable } from './FunnelTable'
import { Loaded } from './Loaded'
import { LossTable } from './LossTable'
import type { Period } from './periods'
import { csvOf, funnelQuery } from './queries'

/** How far engagements came, how long it took, and why they ended. */
export function FunnelTab({ period }: { period: Period }) {
  const { t } = useI18n()
  const funnel = useQuery(funnelQuery(period))
  return (
    <Loaded query={funnel}>
      {({ total }) => (
        <>
          <Drawn
            title={t('stats.funnel.title')}
            note={<>{t('stats.funnel.note')} <Link className="screen-only organiser-inline" to="/work/engagements">{t('stats.funnel.all')}</Link></>}
            csv={csvOf('funnel', { from: period.from, to: period.to })}
            chart={<FunnelChart rows={funnelRows(total)} />}
          >
            <FunnelTable rows={funnelRows(total)} />
          </Drawn>
          <LossTable losses={total.losses} closed={total.closed} />
        </>
      )}
    </Loaded>
  )
}

function FunnelChart({ rows }: { rows: FunnelRow[] }) {
  const { t, number } = useI18n()
  const look = useLook()
  const first = rows[0]!.reached
  const option = useMemo(() => ({
    ...basis(look),
    series: [{
      type: 'funnel',
      sort: 'none',
      left: '8%', right: '8%', top: 4, bottom: 4,
      gap: 3,
      minSize: '6%',
      label: { position: 'inside', color: '#fff', textBorderColor: 'rgba(0,0,0,0.55)', textBorderWidth: 3, fontSize: 13, formatter: ({ name, value }: { name: string; value: number }) => `${name} ${number(value)}` },
      tooltip: { formatter: ({ name, value }: { name: string; value: number }) => `${name}  ${number(value)}` },
      data: rows.map((row, i) => ({ name: t(`stats.stage.${row.stage}`), value: row.reached, itemStyle: { color: palette[i % palette.length], borderWidth: 0 } })),
    }],
  }), [rows, look, t, number])
  return first === 0 ? null : <Chart option={option} height={320} label={t('stats.funnel.alt', { stages: rows.map(row => `${t(`stats.stage.${row.stage}`)} ${row.reached}`).join(t('stats.semicolon')) })} />
}
