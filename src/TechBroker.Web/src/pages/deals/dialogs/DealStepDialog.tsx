import { Form, Input } from 'antd'
import type { ComponentType } from 'react'
import { api, bodyOf, type Schema } from '../../../api/client'
import { useI18n } from '../../../i18n'
import { ActionDialog } from '../../../shared/ActionDialog'
import { DayPicker } from '../../../shared/fields/DayPicker'
import { MoneyInput } from '../../../shared/fields/MoneyInput'
import { NoteField, useRequired } from '../../engagements/dialogs/fields'
import { left, type DealStepKey } from '../dealSteps'
import { exactly } from '../../../i18n/exact'
import type { Deal } from '../queries'
import { today } from '../../../shared/today'

export interface DealDialogProps {
  deal: Deal
  done: (changed: Deal) => void
  close: () => void
}

const params = (deal: Deal, key: string) => ({ path: { id: deal.id }, header: { 'Idempotency-Key': key } })

const dialogs: Record<DealStepKey, ComponentType<DealDialogProps>> = {
  approve: ApproveDialog,
  reject: RejectDialog,
  register: RegisterDialog,
  refuse: RefuseDialog,
  pay: PayDialog,
  complete: CompleteDialog,
  breach: BreachDialog,
  terminate: TerminateDialog,
  reverse: ReverseDialog,
}

export function DealStepDialog({ step, ...props }: DealDialogProps & { step: DealStepKey }) {
  const Dialog = dialogs[step]
  return <Dialog {...props} />
}

function DayField({ name, label, deal }: { name: string; label: string; deal: Deal }) {
  const rules = useRequired()
  return <Form.Item name={name} label={label} rules={rules}><DayPicker min={deal.signedOn} max={today()} /></Form.Item>
}

function ApproveDialog(props: DealDialogProps) {
  return <DecisionDialog {...props} approve />
}

function RejectDialog(props: DealDialogProps) {
  return <DecisionDialog {...props} approve={false} />
}

function DecisionDialog({ deal, done, close, approve }: DealDialogProps & { approve: boolean }) {
  const { t, language } = useI18n()
  const step = approve ? 'approve' : 'reject'
  return (
    <ActionDialog<Schema['DealApprovalBody']>
      title={t(`deal.step.${step}`)}
      intro={t(approve ? 'deal.approveIntro' : 'deal.rejectIntro', { amount: exactly(deal.amount, language) })}
      submitText={t(`deal.step.${step}`)}
      danger={!approve}
      send={async (body, key) => done(await bodyOf(api.POST('/api/v1/deals/{id}/approval', { params: params(deal, key), body: { ...body, approve } })))}
      close={close}
    >
      <NoteField hint={t('engagement.noteForCentre')} />
    </ActionDialog>
  )
}

function RegisterDialog({ deal, done, close }: DealDialogProps) {
  const { t } = useI18n()
  const number = [{ required: true, pattern: /^\s*(\d{14}|\d{16})\s*$/, message: t('deal.registrationNumberWrong') }]
  return (
    <ActionDialog<Schema['DealRegistrationBody']>
      title={t('deal.step.register')}
      intro={t('deal.registerIntro')}
      submitText={t('deal.step.register')}
      initial={{ registeredOn: today() }}
      send={async (body, key) => done(await bodyOf(api.POST('/api/v1/deals/{id}/registration', { params: params(deal, key), body })))}
      close={close}
    >
      <Form.Item name="number" label={t('deal.registrationNumber')} rules={number} extra={t('deal.registrationNumberHint')}><Input inputMode="numeric" /></Form.Item>
      <DayField name="registeredOn" label={t('deal.registeredOn')} deal={deal} />
      <Form.Item name="place" label={t('deal.registrationPlace')}><Input maxLength={200} /></Form.Item>
    </ActionDialog>
  )
}

function RefuseDialog({ deal, done, close }: DealDialogProps) {
  const { t } = useI18n()
  return (
    <ActionDialog<Schema['DealRefusalBody']>
      title={t('deal.step.refuse')}
      intro={t('deal.refuseIntro')}
      submitText={t('deal.step.refuse')}
      initial={{ refusedOn: today() }}
      send={async (body, key) => done(await bodyOf(api.POST('/api/v1/deals/{id}/refusal', { params: params(deal, key), body })))}
      close={close}
    >
      <DayField name="refusedOn" label={t('deal.refusedOn')} deal={deal} />
      <NoteField name="reason" label={t('deal.refusalReason')} required />
    </ActionDialog>
  )
}

function PayDialog({ deal, done, close }: DealDialogProps) {
  const { t, language } = useI18n()
  const rules = useRequired()
  const rest = left(deal)
  const next = deal.instalments.length > 0 ? deal.instalments[0]?.amount : undefined
  const proposed = rest > 0 ? { currency: deal.amount.currency, minorUnits: Math.min(rest, deal.ledger.paid.minorUnits === 0 && next ? next.minorUnits ?? rest : rest) } : { currency: deal.amount.currency, minorUnits: 0 }
  return (
    <ActionDialog<Schema['DealPaymentBody']>
      title={t('deal.step.pay')}
      intro={rest > 0 ? t('deal.payIntro', { amount: exactly({ currency: deal.amount.currency, minorUnits: rest }, language) }) : undefined}
      submitText={t('deal.step.pay')}
      initial={{ amount: proposed, paidOn: today() }}
      send={async (body, key) => done(await bodyOf(api.POST('/api/v1/deals/{id}/payments', { params: params(deal, key), body })))}
      close={close}
    >
      <Form.Item name="amount" label={t('deal.paidAmount')} rules={rules}><MoneyInput /></Form.Item>
      <DayField name="paidOn" label={t('deal.paidOn')} deal={deal} />
      <NoteField />
    </ActionDialog>
  )
}

function CompleteDialog({ deal, done, close }: DealDialogProps) {
  const { t } = useI18n()
  return (
    <ActionDialog<Schema['DealCompletionBody']>
      title={t('deal.step.complete')}
      submitText={t('deal.step.complete')}
      initial={{ on: today() }}
      send={async (body, key) => done(await bodyOf(api.POST('/api/v1/deals/{id}/completion', { params: params(deal, key), body })))}
      close={close}
    >
      <DayField name="on" label={t('deal.completedOn')} deal={deal} />
    </ActionDialog>
  )
}

function BreachDialog({ deal, done, close }: DealDialogProps) {
  const { t } = useI18n()
  return (
    <ActionDialog<Schema['DealBreachBody']>
      title={t('deal.step.breach')}
      submitText={t('deal.step.breach')}
      danger
      initial={{ on: today() }}
      send={async (body, key) => done(await bodyOf(api.POST('/api/v1/deals/{id}/breach', { params: params(deal, key), body })))}
      close={close}
    >
      <DayField name="on" label={t('deal.endedOn')} deal={deal} />
      <NoteField label={t('deal.breachText')} required />
    </ActionDialog>
  )
}

function TerminateDialog({ deal, done, close }: DealDialogProps) {
  const { t } = useI18n()
  return (
    <ActionDialog<Schema['DealTerminationBody']>
      title={t('deal.step.terminate')}
      submitText={t('deal.step.terminate')}
      danger
      initial={{ on: today() }}
      send={async (body, key) => done(await bodyOf(api.POST('/api/v1/deals/{id}/termination', { params: params(deal, key), body })))}
      close={close}
    >
      <DayField name="on" label={t('deal.endedOn')} deal={deal} />
      <NoteField name="reason" label={t('deal.terminationReason')} required />
    </ActionDialog>
  )
}

function ReverseDialog({ deal, done, close }: DealDialogProps) {
  const { t } = useI18n()
  return (
    <ActionDialog<Schema['DealReversalBody']>
      title={t('deal.step.reverse')}
      intro={t('deal.reverseIntro')}
      submitText={t('deal.step.reverse')}
      danger
      send={async (body, key) => done(await bodyOf(api.POST('/api/v1/deals/{id}/reversal', { params: params(deal, key), body })))}
      close={close}
    >
      <NoteField name="reason" label={t('deal.reversalReason')} required />
    </ActionDialog>
  )
}

export function ReversePaymentDialog({ deal, seq, done, close }: DealDialogProps & { seq: number }) {
  const { t } = useI18n()
  return (
    <ActionDialog<Schema['DealReversalBody']>
      title={t('deal.reversePayment')}
      intro={t('deal.reversePaymentIntro', { seq })}
      submitText={t('deal.reversePayment')}
      danger
      send={async (body, key) => done(await bodyOf(api.POST('/api/v1/deals/{id}/payments/{seq}/reversal', { params: { path: { id: deal.id, seq }, header: { 'Idempotency-Key': key } }, body })))}
      close={close}
    >
      <NoteField name="reason" label={t('deal.reversalReason')} required />
    </ActionDialog>
  )
}
