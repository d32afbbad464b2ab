import { useQuery } from '@tanstack/react-query'
import { Checkbox, Form, Input } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { api, bodyOf, ifMatch, type Schema } from '../../../api/client'
import { useI18n } from '../../../i18n'
import { ActionDialog } from '../../../shared/ActionDialog'
import { MomentPicker } from '../../../shared/fields/MomentPicker'
import { meetingsQuery, type Engagement, type Meeting } from '../queries'
import { NoteField, useRequired } from './fields'
import type { StepDialogProps } from './StepDialog'
import { today } from '../../../shared/today'

interface MeetingDialogProps extends StepDialogProps {
  meeting: Meeting
}

const path = (engagement: Engagement, meeting: Meeting, key: string) => ({ path: { id: engagement.id, meetingId: meeting.id }, header: { 'Idempotency-Key': key } })

export function PlanDialog({ engagement, done, close }: StepDialogProps) {
  const { t } = useI18n()
  return (
    <ActionDialog<Schema['PostMeetingBody']>
      title={t('engagement.step.plan')}
      intro={t('engagement.planIntro')}
      submitText={t('engagement.step.plan')}
      send={async (body, key) => done(await bodyOf(api.POST('/api/v1/engagements/{id}/meetings', { params: { path: { id: engagement.id }, header: { 'Idempotency-Key': key } }, body })))}
      close={close}
    >
      <PlanFields />
    </ActionDialog>
  )
}

/** To another time or place. */
export function MoveMeetingDialog({ done, close, ...now }: MeetingDialogProps) {
  const { t } = useI18n()
  // With the revision that it shows, whatever arrives meanwhile.
  const [{ engagement, meeting }] = useState(now)
  const { startsAt, endsAt, place, agenda } = meeting
  return (
    <ActionDialog<Schema['PutMeetingBody']>
      title={t('engagement.meeting.change')}
      intro={t('engagement.meeting.changeIntro')}
      submitText={t('engagement.meeting.save')}
      initial={{ startsAt, endsAt, place, agenda }}
      send={async (body, key) => {
        const params = path(engagement, meeting, key)
        done(await bodyOf(api.PUT('/api/v1/engagements/{id}/meetings/{meetingId}', { params: { ...params, header: { ...params.header, 'If-Match': ifMatch(engagement.revision) } }, body })))
      }}
      close={close}
    >
      <PlanFields />
    </ActionDialog>
  )
}

function PlanFields() {
  const { t } = useI18n()
  const rules = useRequired()
  return (
    <>
      <div className="engagements-pair">
        <Form.Item name="startsAt" label={t('engagement.meeting.startsAt')} rules={rules}><MomentPicker min={today()} /></Form.Item>
        <Form.Item name="endsAt" label={t('engagement.meeting.endsAt')}><MomentPicker min={today()} /></Form.Item>
      </div>
      <Form.Item name="place" label={t('engagement.meeting.place')}><Input maxLength={300} /></Form.Item>
      <NoteField name="agenda" label={t('engagement.meeting.agenda')} hint={t('engagement.meeting.agendaHint')} />
    </>
  )
}

/** The next planned one took place; where none is planned, one without an invitation from here. */
export function HoldDialog(props: StepDialogProps) {
  const meetings = useQuery(meetingsQuery(props.engagement.id))
  return meetings.isPending ? null : <HoldFirst {...props} meetings={meetings.data?.items ?? []} />
}

function HoldFirst({ meetings, ...props }: StepDialogProps & { meetings: Schema['MeetingBody'][] }) {
  // The one that was next when the dialog was opened, whatever becomes of the others while the note is written.
  const [planned] = useState(() => meetings.find(meeting => meeting.state === 'planned'))
  return planned ? <HeldDialog {...props} meeting={planned} /> : <UnplannedDialog {...props} />
}

function UnplannedDialog({ engagement, done, close }: StepDialogProps) {
  const { t } = useI18n()
  return (
    <ActionDialog<Schema['PostMeetingBody']>
      title={t('engagement.step.hold')}
      submitText={t('engagement.step.hold')}
      initial={{ heldAt: dayjs().second(0).format(), shared: false }}
      send={async (body, key) => done(await bodyOf(api.POST('/api/v1/engagements/{id}/meetings', { params: { path: { id: engagement.id }, header: { 'Idempotency-Key': key } }, body })))}
      close={close}
    >
      <HeldFields withPlace />
    </ActionDialog>
  )
}

/** The planned one took place. */
export function HeldDialog({ engagement, meeting, done, close }: MeetingDialogProps) {
  const { t, time } = useI18n()
  const planned = dayjs(meeting.startsAt)
  return (
    <ActionDialog<Schema['MeetingHoldBody']>
      title={t('engagement.step.hold')}
      intro={t('engagement.meeting.planned', { time: time(meeting.startsAt) })}
      submitText={t('engagement.step.hold')}
      initial={{ heldAt: (planned.isBefore(dayjs()) ? planned : dayjs().second(0)).format(), shared: false }}
      send={async (body, key) => done(await bodyOf(api.POST('/api/v1/engagements/{id}/meetings/{meetingId}/hold', { params: path(engagement, meeting, key), body })))}
      close={close}
    >
      <HeldFields />
    </ActionDialog>
  )
}

function HeldFields({ withPlace = false }: { withPlace?: boolean }) {
  const { t } = useI18n()
  const rules = useRequired()
  return (
    <>
      <Form.Item name="heldAt" label={t('engagement.meeting.heldAt')} rules={rules}><MomentPicker max={today()} /></Form.Item>
      {withPlace ? <Form.Item name="place" label={t('engagement.meeting.place')}><Input maxLength={300} /></Form.Item> : null}
      <NoteField label={t('engagement.meeting.note')} />
      <NoteField name="outcome" label={t('engagement.meeting.outcome')} rows={2} />
      <Form.Item name="shared" valuePropName="checked" extra={t('engagement.meeting.sharedHint')}><Checkbox>{t('engagement.meeting.shared')}</Checkbox></Form.Item>
    </>
  )
}

export function CancelMeetingDialog({ engagement, meeting, done, close }: MeetingDialogProps) {
  const { t } = useI18n()
  return (
    <ActionDialog<Schema['MeetingCancelBody']>
      title={t('engagement.meeting.cancel')}
      submitText={t('engagement.meeting.cancel')}
      danger
      send={async (body, key) => done(await bodyOf(api.POST('/api/v1/engagements/{id}/meetings/{meetingId}/cancel', { params: path(engagement, meeting, key), body })))}
      close={close}
    >
      <NoteField name="reason" label={t('engagement.reason')} hint={t('engagement.meeting.cancelHint')} />
    </ActionDialog>
  )
}
