import { Form, Input, Radio, Select } from 'antd'
import type { ReactNode } from 'react'
import { useI18n } from '../../../i18n'
import { DayPicker } from '../../../shared/fields/DayPicker'
import { FieldPicker } from '../../../shared/fields/FieldPicker'
import { MoneyInput } from '../../../shared/fields/MoneyInput'
import { ShareInput } from '../../../shared/fields/ShareInput'
import { TermSelect } from '../../../shared/fields/TermSelect'
import { useTerms } from '../../../shared/vocabularies'
import { useRequired } from '../../engagements/dialogs/fields'
import type { NewDeal } from '../queries'
import { contractTypes, paymentPlans } from '../states'
import { InstalmentRows } from './Rows'
import { today } from '../../../shared/today'

export function Section({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section className="panel">
      <h2>{title}</h2>
      {hint ? <p className="quiet">{hint}</p> : null}
      {children}
    </section>
  )
}

export function ContractSection() {
  const { t, nameOf } = useI18n()
  const rules = useRequired()
  const form = Form.useFormInstance<NewDeal>()
  const type = Form.useWatch('contractType', form)
  const types = useTerms('contract-types')
  const kinds = useTerms('contract-subtypes').filter(term => term.parent === type)
  const signed = Form.useWatch('signedOn', form)
  return (
    <Section title={t('deal.section.contract')}>
      <div className="deals-grid">
        <Form.Item className="deals-wide" name="title" label={t('deal.title')} rules={rules}><Input maxLength={300} /></Form.Item>
        <Form.Item name="contractType" label={t('deal.type')} rules={rules}>
          <Select
            placeholder={t('field.choose')}
            options={contractTypes.map(value => ({ value, label: types.filter(term => term.code === value).map(nameOf)[0] ?? value }))}
            onChange={() => form.setFieldValue('subType', undefined)}
          />
        </Form.Item>
        <Form.Item name="subType" label={t('deal.subType')}>
          <Select allowClear placeholder={t('field.choose')} disabled={kinds.length === 0} options={kinds.map(term => ({ value: term.code, label: nameOf(term) }))} />
        </Form.Item>
        <Form.Item name="contractNumber" label={t('deal.contractNumber')}><Input maxLength={100} /></Form.Item>
        <Form.Item name="field" label={t('market.field')} extra={t('deal.fieldHint')} getValueFromEvent={(fields: string[]) => fields.at(-1)} getValueProps={(value?: string) => ({ value: value ? [value] : [] })}><FieldPicker /></Form.Item>
        <Form.Item name="signedOn" label={t('deal.signedOn')} rules={rules}><DayPicker max={today()} /></Form.Item>
        <Form.Item name="priceMode" label={t('engagement.priceMode')}><TermSelect vocabulary="price-modes" /></Form.Item>
        <Form.Item name="startsOn" label={t('deal.startsOn')}><DayPicker /></Form.Item>
        <Form.Item name="endsOn" label={t('deal.endsOn')}><DayPicker min={signed ?? undefined} /></Form.Item>
      </div>
    </Section>
  )
}

export function MoneySection() {
  const { t } = useI18n()
  const rules = useRequired()
  const plan = Form.useWatch<string | undefined>('paymentPlan')
  const royalty = plan === 'royalty' || plan === 'entryFeePlusRoyalty'
  return (
    <Section title={t('deal.section.money')}>
      <div className="deals-grid">
        <Form.Item name="amount" label={t('deal.amount')} rules={rules}><MoneyInput /></Form.Item>
        <Form.Item name="technologyAmount" label={t('deal.technologyAmount')} extra={t('deal.technologyHint')}><MoneyInput /></Form.Item>
        <Form.Item className="deals-wide" name="paymentPlan" label={t('deal.paymentPlan')} rules={rules}>
          <Radio.Group options={paymentPlans.map(value => ({ value, label: t(`deal.plan.${value}`) }))} />
        </Form.Item>
        {plan === 'entryFeePlusRoyalty' ? <Form.Item name="entryFee" label={t('deal.entryFee')} rules={rules}><MoneyInput /></Form.Item> : null}
        {royalty ? <Form.Item name="royaltyBasisPoints" label={t('deal.royalty')} rules={rules} extra={t('deal.royaltyHint')}><ShareInput /></Form.Item> : null}
      </div>
      {plan === 'instalments' ? <InstalmentRows /> : null}
    </Section>
  )
}
