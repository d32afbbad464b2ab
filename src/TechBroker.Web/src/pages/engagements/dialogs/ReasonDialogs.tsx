import { api, bodyOf, type Schema } from '../../../api/client'
import { useI18n } from '../../../i18n'
import { ActionDialog } from '../../../shared/ActionDialog'
import { openSides } from '../steps'
import { NoteField, ReasonFields, SideField } from './fields'
import type { StepDialogProps } from './StepDialog'

export function InterestDialog({ engagement, done, close }: StepDialogProps) {
  const { t } = useI18n()
  const own = Boolean(engagement.yourSide)
  return (
    <ActionDialog<Schema['EngagementInterestBody']>
      title={t(own ? 'engagement.interest.own' : 'engagement.interest.record')}
      intro={t(own ? 'engagement.interest.ownIntro' : 'engagement.interest.recordIntro')}
      submitText={t(own ? 'engagement.step.interestOwn' : 'engagement.step.interest')}
      initial={own ? {} : { side: openSides(engagement)[0] }}
      send={async (body, key) => done(await bodyOf(api.POST('/api/v1/engagements/{id}/interest', { params: { path: { id: engagement.id }, header: { 'Idempotency-Key': key } }, body })))}
      close={close}
    >
      <SideField engagement={engagement} onlyOpen />
    </ActionDialog>
  )
}

export function DeclineDialog({ engagement, done, close }: StepDialogProps) {
  const { t } = useI18n()
  return (
    <ActionDialog<Schema['EngagementDeclineBody']>
      title={t('engagement.step.decline')}
      intro={t('engagement.declineIntro')}
      submitText={t('engagement.step.decline')}
      danger
      send={async (body, key) => done(await bodyOf(api.POST('/api/v1/engagements/{id}/decline', { params: { path: { id: engagement.id }, header: { 'Idempotency-Key': key } }, body })))}
      close={close}
    >
      <SideField engagement={engagement} />
      <ReasonFields hint={t('engagement.declineHint')} />
    </ActionDialog>
  )
}

export function CloseDialog({ engagement, done, close }: StepDialogProps) {
  const { t } = useI18n()
  return (
    <ActionDialog<Schema['EngagementCloseBody']>
      title={t('engagement.step.close')}
      intro={t('engagement.closeIntro')}
      submitText={t('engagement.step.close')}
      danger
      send={async (body, key) => done(await bodyOf(api.POST('/api/v1/engagements/{id}/close', { params: { path: { id: engagement.id }, header: { 'Idempotency-Key': key } }, body })))}
      close={close}
    >
      <ReasonFields hint={t('engagement.closeHint')} />
    </ActionDialog>
  )
}

export function ReopenDialog({ engagement, done, close }: StepDialogProps) {
  const { t } = useI18n()
  return (
    <ActionDialog<Schema['EngagementReopenBody']>
      title={t('engagement.step.reopen')}
      intro={t('engagement.reopenIntro')}
      submitText={t('engagement.step.reopen')}
      send={async (body, key) => done(await bodyOf(api.POST('/api/v1/engagements/{id}/reopen', { params: { path: { id: engagement.id }, header: { 'Idempotency-Key': key } }, body })))}
      close={close}
    >
      <NoteField label={t('engagement.reopenWhy')} required />
    </ActionDialog>
  )
}
