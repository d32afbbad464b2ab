import { FormOutlined } from '@ant-design/icons'
import { Skeleton } from 'antd'
import { Link } from 'react-router'
import { useSession } from '../../../app/session'
import { useI18n } from '../../../i18n'
import { LinkButton } from '../../../shared/LinkButton'
import { Trouble } from '../../../shared/Trouble'
import { useTitle } from '../../../shared/useTitle'
import '../manager.css'
import { Block } from './Block'
import type { Plan } from './day'
import { Dispatched } from './Dispatched'
import { Free } from './Free'
import { Load } from './Load'
import { PairRow } from './Pair'
import { useDay, type Day } from './useDay'
import { useNow } from './useNow'

/** /work/day: what a manager does next, the most urgent first. */
export function Component() {
  const { me } = useSession()
  return me ? <DayPage me={me.id} name={me.displayName} /> : null
}

function DayPage({ me, name }: { me: string; name: string }) {
  const { t, day } = useI18n()
  const now = useNow()
  const data = useDay(me, now)
  useTitle(t('work.day'))
  return (
    <div className="page">
      <div className="head-row">
        <div className="page-head">
          <h1>{t('work.day')}</h1>
          <p>{t('day.greeting', { name, day: day(new Date(now).toISOString()) })}</p>
        </div>
        <span className="desk-only"><LinkButton to="/work/log" type="primary" icon={<FormOutlined />}>{t('work.log')}</LinkButton></span>
      </div>
      <div className="columns">
        <div className="manager-blocks">
          {data.error ? <Trouble problem={data.error} retry={data.retry} /> : data.plan ? <Blocks data={data} plan={data.plan} me={me} now={now} /> : <Skeleton active paragraph={{ rows: 10 }} />}
        </div>
        <Load me={me} now={now} />
      </div>
      <span className="phone-only manager-float"><LinkButton to="/work/log" type="primary" size="large" icon={<FormOutlined />}>{t('work.log')}</LinkButton></span>
    </div>
  )
}

function Blocks({ data, plan, me, now }: { data: Day; plan: Plan; me: string; now: number }) {
  const { t, day, ago, time } = useI18n()
  const meetings = data.meetings ?? []
  const ended = (until: string) => new Date(until).getTime() <= now
  return (
    <>
      <Block id="accept" title={t('day.toAccept')} count={plan.toAccept.length} empty={t('day.toAcceptNone')}>
        {plan.toAccept.map(engagement => <Dispatched key={engagement.id} engagement={engagement} now={now} />)}
      </Block>
      <Block id="meetings" title={t('day.meetings')} count={meetings.length} empty={data.meetings ? t('day.meetingsNone') : t('loading')}>
        {meetings.map(({ engagement, meeting, tomorrow }) => (
          <PairRow key={meeting.id} engagement={engagement}>
            <p>{tomorrow ? t('day.tomorrow') : t('day.today')} · {time(meeting.startsAt)}{meeting.place ? ` · ${meeting.place}` : ''}</p>
          </PairRow>
        ))}
      </Block>
      <Block id="deadlines" title={t('day.deadlines')} count={plan.publicity.length + data.expiring.length} empty={t('day.deadlinesNone')}>
        {[
          ...plan.publicity.map(engagement => (
            <PairRow key={engagement.id} engagement={engagement}>
              <p className={ended(engagement.publicityUntil) ? 'manager-urgent' : undefined}>
                {t(ended(engagement.publicityUntil) ? 'day.publicityOver' : 'day.publicityUntil', { day: day(engagement.publicityUntil) })}
              </p>
            </PairRow>
          )),
          ...data.expiring.map(({ engagementId, title, day: last }) => (
            <li key={`expiring ${engagementId}`} className="manager-pair">
              <div>
                <Link to={`/work/engagements/${engagementId}`}>{title}</Link>
                <p>{t('day.expires', { day: day(last) })}</p>
              </div>
            </li>
          )),
        ]}
      </Block>
      <Block id="proposals" title={t('day.proposals')} empty={t('day.proposalsNone')} more={<Link to="/work/engagements">{t('day.allEngagements')}</Link>}>
        {plan.free.map(engagement => <Free key={engagement.id} engagement={engagement} me={me} />)}
      </Block>
      <Block id="quiet" title={t('day.quiet')} count={plan.quiet.length} empty={t('day.quietNone')}>
        {plan.quiet.map(engagement => (
          <PairRow key={engagement.id} engagement={engagement}>
            <p className="quiet">{t('day.quietSince', { ago: ago(engagement.updatedAt) })}</p>
          </PairRow>
        ))}
      </Block>
    </>
  )
}
