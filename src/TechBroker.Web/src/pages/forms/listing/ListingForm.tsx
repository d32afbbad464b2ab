import { Alert, App, Form, Input } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Listing } from '../../../api/client'
import { useI18n } from '../../../i18n'
import { FieldPicker } from '../../../shared/fields/FieldPicker'
import { RegionPicker } from '../../../shared/fields/RegionPicker'
import { TermsSelect } from '../../../shared/fields/TermSelect'
import { useTitle } from '../../../shared/useTitle'
import { KeywordsInput } from '../fields/KeywordsInput'
import { LevelSelect } from '../fields/LevelSelect'
import { OrganisationSelect } from '../../../shared/fields/OrganisationSelect'
import { PriceInput } from '../fields/PriceInput'
import { StepForm, type FormStep } from '../StepForm'
import { useItemForm } from '../useItemForm'
import { useOwner } from '../useOwner'
import { ListingCheck } from './ListingCheck'
import { listingKind, type ListingValues } from './listingKind'
import { RightsInput } from './RightsInput'

/** What has left the market for a while can be put back; what waits for its approver is only changed. */
const publishable = ['draft', 'returned', 'suspended', 'expired']

export function ListingForm({ listing, firstStep = 0 }: { listing?: Listing; firstStep?: number }) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const [step, setStep] = useState(firstStep)
  const title = t(listing ? 'forms.listing.edit' : 'forms.listing.new')
  useTitle(title)

  const item = useItemForm(listingKind, listing, () => step, (saved, published) => {
    if (published) {
      message.success(t(saved.state === 'submitted' ? 'forms.listing.submitted' : 'forms.listing.published'))
      void navigate(`/work/listings/${saved.id}`)
    } else if (!listing) {
      message.success(t('forms.draft.saved'))
      void navigate(`/work/listings/${saved.id}/edit`, { replace: true, state: { step } })
    } else {
      message.success(t(saved.state === 'published' ? 'forms.savedAndMatched' : 'forms.saved'))
    }
  })
  const [initial] = useState(() => (listing ? listingKind.toValues(listing) : listingKind.empty))
  const values = { ...initial, ...(Form.useWatch([], { form: item.form, preserve: true }) as Partial<ListingValues> | undefined) }
  const owner = useOwner(values.organisationId)
  const state = item.item?.state ?? 'draft'
  const published = state === 'published'

  const steps: FormStep[] = [
    { title: t('forms.listing.step.what'), fields: ['organisationId', 'title', 'summary', 'description'], content: <What isNew={!listing && owner.isStaff} /> },
    { title: t('forms.listing.step.can'), fields: ['fields', 'trl', 'keywords'], content: <Can /> },
    { title: t('forms.listing.step.rights'), fields: ['ip', 'cooperationModes', 'askingPrice', 'regionCode'], content: <RightsAndTerms /> },
    { title: t('forms.listing.step.check'), fields: [], content: <ListingCheck values={values} onStep={setStep} /> },
  ]
  return (
    <StepForm
      title={title}
      notice={published ? (
        <Alert type={owner.needsApproval ? 'warning' : 'info'} showIcon title={t(owner.needsApproval ? 'forms.listing.approvedAsItIs' : 'forms.matchedAnew')} />
      ) : item.item?.state === 'returned' && item.item.returnReason ? (
        <Alert type="warning" showIcon title={t('forms.listing.returned', { reason: item.item.returnReason })} />
      ) : null}
      steps={steps}
      step={step}
      onStep={setStep}
      item={item}
      initial={initial}
      saveText={t(state === 'draft' ? 'forms.saveDraft' : 'forms.save')}
      publishText={publishable.includes(state) ? t(owner.needsApproval ? 'forms.listing.submit' : 'forms.publish') : undefined}
    />
  )
}

function What({ isNew }: { isNew: boolean }) {
  const { t } = useI18n()
  return (
    <>
      <h2>{t('forms.listing.what')}</h2>
      {isNew ? <Form.Item name="organisationId" label={t('forms.organisation')}><OrganisationSelect placeholder={t('forms.organisationHint')} /></Form.Item> : null}
      <Form.Item name="title" label={t('forms.title')} rules={[{ required: true, whitespace: true, message: t('forms.titleMissing') }]}>
        <Input maxLength={300} showCount placeholder={t('forms.listing.titleHint')} />
      </Form.Item>
      <Form.Item name="summary" label={t('forms.summary')} extra={t('forms.listing.summaryHint')}>
        <Input.TextArea maxLength={2000} showCount autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
      <Form.Item name="description" label={t('forms.description')} extra={t('forms.listing.descriptionHint')}>
        <Input.TextArea maxLength={50_000} autoSize={{ minRows: 6, maxRows: 20 }} />
      </Form.Item>
      <p className="forms-hint">{t('forms.secret')}</p>
    </>
  )
}

function Can() {
  const { t } = useI18n()
  return (
    <>
      <h2>{t('forms.listing.can')}</h2>
      <Form.Item name="fields" label={t('market.field')} extra={t('forms.fieldsHint')}><FieldPicker max={20} /></Form.Item>
      <Form.Item name="trl" label={t('market.maturity')}><LevelSelect /></Form.Item>
      <Form.Item name="keywords" label={t('market.keywords')} extra={t('forms.keywordsExtra')}><KeywordsInput /></Form.Item>
    </>
  )
}

function RightsAndTerms() {
  const { t } = useI18n()
  return (
    <>
      <h2>{t('market.ip')}</h2>
      <RightsInput />
      <h2 style={{ marginTop: 24 }}>{t('forms.listing.terms')}</h2>
      <Form.Item name="cooperationModes" label={t('market.mode')}><TermsSelect vocabulary="cooperation-modes" /></Form.Item>
      <div className="forms-pair">
        <Form.Item name="askingPrice" label={t('market.price')}><PriceInput namedText={t('forms.listing.priceNamed')} /></Form.Item>
        <Form.Item name="regionCode" label={t('market.region')} extra={t('forms.listing.regionHint')}><RegionPicker /></Form.Item>
      </div>
    </>
  )
}
