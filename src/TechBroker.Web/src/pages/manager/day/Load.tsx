import { Progress, Skeleton } from 'antd'
import { Link } from 'react-router'
import { useI18n } from '../../../i18n'
import { Trouble } from '../../../shared/Trouble'
import { useManager, useShifts } from './useDay'

/** How much I have in hand, and where I sit. */
export function Load({ me, now }: { me: string; now: number }) {
  const { t, time } = useI18n()
  const manager = useManager(me)
  const shifts = useShifts(me, now)
  if (manager.isError) {
    return <Trouble problem={manager.error} retry={() => void manager.refetch()} />
  }
  if (!manager.data) {
    return <Skeleton active paragraph={{ rows: 3 }} />
  }
  const { live, capacity, pending, desk, away } = manager.data
  return (
    <section className="panel" aria-labelledby="load">
      <h2 id="load">{t('day.load')}</h2>
      <Progress percent={Math.round((live / capacity) * 100)} status={live >= capacity ? 'exception' : 'normal'} showInfo={false} strokeColor={live >= capacity ? undefined : 'var(--ant-color-primary)'} aria-label={t('day.load')} />
      <p>{t('day.loadText', { live, capacity })}{pending > 0 ? ` ${t('day.pending', { n: pending })}` : ''}</p>
      <h2>{t('day.desk')}</h2>
      {away ? <p>{t('day.away')}</p> : desk ? <p>{t('day.deskNow', { desk })}</p> : null}
      {shifts.data?.map(shift => <p key={shift.id} className="quiet">{shift.desk} · {time(shift.from)} – {time(shift.to)}</p>)}
      {!desk && !away && shifts.data?.length === 0 ? <p className="quiet">{t('day.noShift')}</p> : null}
      <Link to={`/work/managers/${me}`}>{t('day.toShifts')}</Link>
    </section>
  )
}
