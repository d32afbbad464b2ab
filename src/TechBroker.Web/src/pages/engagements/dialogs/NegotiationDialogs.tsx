import { Form, InputNumber, Radio } from 'antd'
import dayjs from 'dayjs'
import { api, bodyOf, type Schema } from '../../../api/client'
import { useI18n } from '../../../i18n'
import { ActionDialog } from '../../../shared/ActionDialog'
import { DayPicker } from '../../../shared/fields/DayPicker'
import { MoneyInput } from '../../../shared/fields/MoneyInput'
import { useTerms } from '../../../shared/vocabularies'
import type { Engagement } from '../queries'
import { NoteField, useRequired } from './fields'
import type { StepDialogProps } from './StepDialog'
import { today } from '../../../shared/today'

const params = (engagement: Engagement, key: string) => ({ path: { id: engagement.id }, header: { 'Idempotency-Key': key } })

export function NegotiateDialog({ engagement, done, close }: StepDialogProps) {
  const { t, nameOf } = useI18n()
  const rules = useRequired()
  const again = engagement.state === 'negotiating' || engagement.state === 'publicity'
  return (
    <ActionDialog<Schema['EngagementNegotiateBody']>
      title={t(again ? 'engagement.negotiate.again' : 'engagement.step.negotiate')}
      intro={engagement.state === 'publicity' ? t('engagement.negotiate.voids') : undefined}
      submitText={t(again ? 'engagement.negotiate.again' : 'engagement.step.negotiate')}
      initial={{ priceMode: engagement.priceMode ?? 'negotiated' }}
      send={async (body, key) => done(await bodyOf(api.POST('/api/v1/engagements/{id}/negotiate', { params: params(engagement, key), body })))}
      close={close}
    >
      <Form.Item name="priceMode" label={t('engagement.priceMode')} extra={t('engagement.negotiate.hint')} rules={rules}>
        <Radio.Group options={useTerms('price-modes').map(term => ({ value: term.code, label: nameOf(term) }))} />
      </Form.Item>
      <NoteField hint={t('engagement.noteForCentre')} />
    </ActionDialog>
  )
}

export function PubliciseDialog({ engagement, done, close }: StepDialogProps) {
  const { t } = useI18n()
  const rules = useRequired()
  return (
    <ActionDialog<Schema['EngagementPublicityBody']>
      title={t('engagement.step.publicise')}
      intro={t('engagement.publicise.intro')}
      submitText={t('engagement.step.publicise')}
      initial={{ from: today() }}
      send={async (body, key) => done(await bodyOf(api.POST('/api/v1/engagements/{id}/publicity', { params: params(engagement, key), body })))}
      close={close}
    >
      <Form.Item name="price" label={t('engagement.publicise.price')} rules={rules}><MoneyInput /></Form.Item>
      <div className="engagements-pair">
        <Form.Item name="from" label={t('engagement.publicise.from')}><DayPicker min={today()} max={dayjs().add(30, 'day').format('YYYY-MM-DD')} /></Form.Item>
        <Form.Item name="days" label={t('engagement.publicise.days')} extra={t('engagement.publicise.daysHint')}><InputNumber min={0} max={365} precision={0} style={{ width: '100%' }} /></Form.Item>
      </div>
    </ActionDialog>
  )
}

export function ObjectDialog({ engagement, done, close }: StepDialogProps) {
  const { t } = useI18n()
  const rules = useRequired()
  return (
    <ActionDialog<Schema['EngagementObjectionBody']>
      title={t('engagement.step.object')}
      intro={t('engagement.object.intro')}
      submitText={t('engagement.step.object')}
      initial={{ receivedOn: today() }}
      send={async (body, key) => done(await bodyOf(api.POST('/api/v1/engagements/{id}/objections', { params: params(engagement, key), body })))}
      close={close}
    >
      <Form.Item name="receivedOn" label={t('engagement.object.on')} rules={rules}><DayPicker min={engagement.publicityFrom ?? undefined} max={today()} /></Form.Item>
      <NoteField name="text" label={t('engagement.object.text')} required most={10_000} />
    </ActionDialog>
  )
}

export function OutcomeDialog({ engagement, done, close }: StepDialogProps) {
  const { t } = useI18n()
  const rules = useRequired()
  return (
    <ActionDialog<Schema['EngagementOutcomeBody']>
      title={t('engagement.step.outcome')}
      intro={t('engagement.outcome.intro')}
      submitText={t('engagement.step.outcome')}
      initial={{ kind: 'memorandum', signedOn: today() }}
      send={async (body, key) => done(await bodyOf(api.POST('/api/v1/engagements/{id}/outcome', { params: params(engagement, key), body })))}
      close={close}
    >
      <Form.Item name="kind" label={t('engagement.outcome.kind')} rules={rules}>
        <Radio.Group options={(['memorandum', 'letterOfIntent'] as const).map(value => ({ value, label: t(`engagement.outcome.${value}`) }))} />
      </Form.Item>
      <Form.Item name="signedOn" label={t('engagement.outcome.on')} rules={rules}>
        <DayPicker min={engagement.introducedAt ? dayjs(engagement.introducedAt).format('YYYY-MM-DD') : undefined} max={today()} />
      </Form.Item>
      <NoteField hint={t('engagement.noteForCentre')} />
    </ActionDialog>
  )
}
