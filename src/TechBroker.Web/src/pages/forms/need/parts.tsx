import { Form, Input } from 'antd'
import { useI18n } from '../../../i18n'
import { DayPicker } from '../../../shared/fields/DayPicker'
import { FieldPicker } from '../../../shared/fields/FieldPicker'
import { RegionPicker } from '../../../shared/fields/RegionPicker'
import { TermsSelect } from '../../../shared/fields/TermSelect'
import { KeywordsInput } from '../fields/KeywordsInput'
import { LevelSelect } from '../fields/LevelSelect'
import { OrganisationSelect } from '../../../shared/fields/OrganisationSelect'
import { PriceInput } from '../fields/PriceInput'

/** Fields that both ways to describe a need have, each worded for the reader of that way. */
export function TitleField({ label, hint }: { label: string; hint: string }) {
  const { t } = useI18n()
  return (
    <Form.Item name="title" label={label} rules={[{ required: true, whitespace: true, message: t('forms.titleMissing') }]}>
      <Input maxLength={300} showCount placeholder={hint} />
    </Form.Item>
  )
}

export function OwnerField() {
  const { t } = useI18n()
  return <Form.Item name="organisationId" label={t('forms.organisation')}><OrganisationSelect placeholder={t('forms.organisationHint')} /></Form.Item>
}

export function AboutFields({ keywords, level }: { keywords: string; level: string }) {
  const { t } = useI18n()
  return (
    <>
      <Form.Item name="keywords" label={keywords} extra={t('forms.keywordsExtra')}><KeywordsInput /></Form.Item>
      <Form.Item name="fields" label={t('market.field')} extra={t('forms.fieldsHint')}><FieldPicker max={20} /></Form.Item>
      <Form.Item name="minTrl" label={level}><LevelSelect /></Form.Item>
    </>
  )
}

export function TermsFields({ modes, budget, deadline }: { modes: string; budget: string; deadline: string }) {
  const { t } = useI18n()
  return (
    <>
      <div className="forms-pair">
        <Form.Item name="deadline" label={deadline}><DayPicker min={new Date().toISOString().slice(0, 10)} /></Form.Item>
        <Form.Item name="budget" label={budget}><PriceInput namedText={t('forms.need.budgetNamed')} /></Form.Item>
      </div>
      <Form.Item name="cooperationModes" label={modes}><TermsSelect vocabulary="cooperation-modes" /></Form.Item>
      <Form.Item name="regionCode" label={t('market.region')} extra={t('forms.need.regionHint')}><RegionPicker /></Form.Item>
    </>
  )
}
