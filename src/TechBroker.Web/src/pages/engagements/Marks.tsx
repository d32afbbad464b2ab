import { Tag } from 'antd'
import { useI18n } from '../../i18n'
import { deadlineOf, idleDays } from './deadline'
import type { Engagement } from './queries'

/** What asks for attention: a deadline, a freeze, nobody to run it. */
export function Marks({ engagement }: { engagement: Engagement }) {
  const { t, day, time } = useI18n()
  const deadline = deadlineOf(engagement, new Date())
  return (
    <>
      {deadline ? (
        <span className={deadline.overdue ? 'engagements-wrong' : undefined}>
          {deadline.kind === 'acceptBy' ? t('engagement.acceptUntil', { time: time(deadline.at) }) : t('engagement.signFrom', { day: day(deadline.at) })}
        </span>
      ) : null}
      {engagement.frozen && engagement.state !== 'closed' ? <Tag>{t('engagement.frozen.mark')}</Tag> : null}
      {engagement.escalated ? <Tag>{t('engagement.escalated')}</Tag> : null}
    </>
  )
}

/** Since when nothing was done; `alone` where no heading says what the days are. */
export function Idle({ engagement, alone = false }: { engagement: Engagement; alone?: boolean }) {
  const { t, day } = useI18n()
  const days = idleDays(engagement, new Date())
  return <span title={day(engagement.updatedAt)}>{days === 0 ? t(alone ? 'engagement.idle.movedToday' : 'engagement.idle.today') : t(alone ? 'engagement.idle.days' : 'engagement.idle', { days })}</span>
}
