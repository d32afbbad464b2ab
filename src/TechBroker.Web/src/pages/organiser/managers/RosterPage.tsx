import { LeftOutlined, PrinterOutlined, RightOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import dayjs from 'dayjs'
import { Link, useSearchParams } from 'react-router'
import type { Schema } from '../../../api/client'
import { useI18n } from '../../../i18n'
import { useTitle } from '../../../shared/useTitle'
import { Loaded } from '../statistics/Loaded'
import { ManagerTabs } from './ManagerTabs'
import { everyManagerQuery, rosterQuery } from './queries'
import { byDay, weekOf } from './week'
import '../organiser.css'
import { today as centreToday } from '../../../shared/today'

/** Who is at which desk, a week at a time. */
export function Component() {
  const { t, day } = useI18n()
  const [params, setParams] = useSearchParams()
  const today = centreToday()
  const asked = params.get('week')
  const days = weekOf(asked && dayjs(asked).isValid() ? asked : today)
  const roster = useQuery(rosterQuery(dayjs(days[0]).startOf('day').toISOString(), dayjs(days[6]).add(1, 'day').startOf('day').toISOString()))
  const go = (weeks: number) => setParams({ week: dayjs(days[0]).add(weeks * 7, 'day').format('YYYY-MM-DD') }, { replace: true })
  useTitle(t('centre.roster'))
  return (
    <div className="page organiser">
      <header className="head-row">
        <h1>{t('work.managers')}</h1>
        <Button className="screen-only" icon={<PrinterOutlined />} onClick={() => print()}>{t('stats.print')}</Button>
      </header>
      <div className="screen-only"><ManagerTabs /></div>
      <div className="row">
        <Button className="screen-only" icon={<LeftOutlined />} aria-label={t('centre.weekBefore')} onClick={() => go(-1)} />
        <strong aria-live="polite">{t('stats.days', { from: day(days[0]!), to: day(days[6]!) })}</strong>
        <Button className="screen-only" icon={<RightOutlined />} aria-label={t('centre.weekAfter')} onClick={() => go(1)} />
        {days.includes(today) ? null : <Button type="link" className="screen-only" onClick={() => setParams({}, { replace: true })}>{t('centre.thisWeek')}</Button>}
      </div>
      <Loaded query={roster}>{({ items }) => <Week days={days} shifts={items} today={today} />}</Loaded>
    </div>
  )
}

function Week({ days, shifts, today }: { days: string[]; shifts: Schema['ShiftBody'][]; today: string }) {
  const { t, language } = useI18n()
  const managers = useQuery(everyManagerQuery)
  const name = (id: string) => managers.data?.items.find(manager => manager.id === id)?.displayName ?? t('centre.manager')
  const tag = language === 'zh' ? 'zh-CN' : 'en-GB'
  const weekday = new Intl.DateTimeFormat(tag, { weekday: 'short' })
  const date = new Intl.DateTimeFormat(tag, { month: 'short', day: 'numeric' })
  const hours = new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit', hour12: false })
  return (
    <div className="organiser-week">
      {byDay(days, shifts).map((list, i) => (
        <section key={days[i]} className={days[i] === today ? 'organiser-today' : undefined}>
          <h2>{weekday.format(dayjs(days[i]).toDate())} <small className="quiet">{date.format(dayjs(days[i]).toDate())}</small></h2>
          {list.length === 0 ? <p className="quiet">{t('centre.nobody')}</p> : (
            <ul>
              {list.map(shift => (
                <li key={shift.id}>
                  <small>{hours.format(new Date(shift.from))}–{hours.format(new Date(shift.to))}</small>
                  <Link to={`/work/managers/${shift.managerId}`}>{name(shift.managerId)}</Link>
                  <small className="quiet">{shift.desk}</small>
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  )
}
