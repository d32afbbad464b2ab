import { CalendarOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Badge, Button, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import { useI18n } from '../../i18n'
import { Trouble } from '../../shared/Trouble'
import { CancelMeetingDialog, HeldDialog, MoveMeetingDialog } from './dialogs/MeetingDialogs'
import { meetingsQuery, type Engagement, type Meeting } from './queries'

const dialogs = { hold: HeldDialog, change: MoveMeetingDialog, cancel: CancelMeetingDialog }
const tones = { planned: 'processing', held: 'success', cancelled: 'default' } as const

/** Meetings of the two sides, the latest first. */
export function Meetings({ engagement, mayRun, done }: { engagement: Engagement; mayRun: boolean; done: (changed: Engagement) => void }) {
  const { t } = useI18n()
  const [open, setOpen] = useState<{ what: keyof typeof dialogs; meeting: Meeting }>()
  const meetings = useQuery(meetingsQuery(engagement.id))
  if (meetings.data?.items.length === 0) {
    return null
  }
  const Dialog = open ? dialogs[open.what] : null
  return (
    <section className="panel" aria-labelledby="engagement-meetings">
      <h2 id="engagement-meetings">{t('engagement.meetings')}</h2>
      {meetings.isPending ? <Skeleton active title={false} /> : null}
      {meetings.error ? <Trouble problem={meetings.error} retry={() => void meetings.refetch()} /> : null}
      <ul className="engagements-meetings">
        {meetings.data?.items.toReversed().map(meeting => (
          <li key={meeting.id}>
            <MeetingText meeting={meeting} />
            {meeting.state === 'planned' ? (
              <div className="row screen-only">
                <Button size="small" icon={<CalendarOutlined />} href={`/api/v1/engagements/${engagement.id}/meetings/${meeting.id}/invitation.ics`}>{t('engagement.meeting.calendar')}</Button>
                {mayRun ? (['hold', 'change', 'cancel'] as const).map(what => (
                  <Button key={what} size="small" onClick={() => setOpen({ what, meeting })}>{t(`engagement.meeting.${what === 'hold' ? 'held' : what}`)}</Button>
                )) : null}
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {Dialog && open ? <Dialog engagement={engagement} meeting={open.meeting} done={done} close={() => setOpen(undefined)} /> : null}
    </section>
  )
}

function MeetingText({ meeting }: { meeting: Meeting }) {
  const { t, time } = useI18n()
  return (
    <>
      <p className="row">
        <Badge status={tones[meeting.state as keyof typeof tones]} text={t(`engagement.meeting.state.${meeting.state as keyof typeof tones}`)} />
        <strong>{time(meeting.startsAt)}</strong>
        {meeting.place ? <span className="quiet">{meeting.place}</span> : null}
        {meeting.shared ? <Tag>{t('engagement.meeting.isShared')}</Tag> : null}
      </p>
      {meeting.agenda ? <p><span className="quiet">{t('engagement.meeting.agenda')}</span> {meeting.agenda}</p> : null}
      {meeting.note ? <p><span className="quiet">{t('engagement.meeting.note')}</span> {meeting.note}</p> : null}
      {meeting.outcome ? <p><span className="quiet">{t('engagement.meeting.outcome')}</span> {meeting.outcome}</p> : null}
      {meeting.cancelReason ? <p><span className="quiet">{t('engagement.reason')}</span> {meeting.cancelReason}</p> : null}
    </>
  )
}
