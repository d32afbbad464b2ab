import { Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { useI18n } from '../../../i18n'
import type { FormStep } from '../StepForm'
import { FiguresInput } from './FiguresInput'
import { AboutFields, OwnerField, TermsFields, TitleField } from './parts'

const terms = ['deadline', 'budget', 'cooperationModes', 'regionCode']
const about = ['keywords', 'fields', 'minTrl']
const visibility = ['visibility', 'blindSummary']

/** Questions for people who know the problem, not the science. */
export function useGuidedSteps(forOthers: boolean, last: ReactNode): FormStep[] {
  const { t } = useI18n()
  return [
    {
      title: t('forms.need.step.problem'),
      fields: ['organisationId', 'title', 'answers', 'description'],
      content: (
        <>
          <h2>{t('forms.need.problemTitle')}</h2>
          {forOthers ? <OwnerField /> : null}
          <TitleField label={t('forms.need.oneSentence')} hint={t('forms.need.oneSentenceHint')} />
          <Form.Item name={['answers', 'problem']} label={t('forms.need.problem')} extra={t('forms.need.problemHint')}>
            <Input.TextArea maxLength={20_000} autoSize={{ minRows: 4, maxRows: 14 }} />
          </Form.Item>
          {/* The API speaks of the description; what it says of it stands below the answer that most of it comes from. */}
          <Form.Item name="description" className="forms-described" style={{ margin: 0 }}><NoInput /></Form.Item>
          <Form.Item name={['answers', 'tried']} label={t('forms.need.tried')} extra={t('forms.need.triedHint')}>
            <Input.TextArea maxLength={10_000} autoSize={{ minRows: 3, maxRows: 10 }} />
          </Form.Item>
          <p className="forms-hint">{t('forms.secret')}</p>
        </>
      ),
    },
    {
      title: t('forms.need.step.figures'),
      fields: about,
      content: (
        <>
          <h2>{t('forms.need.figures')}</h2>
          <p className="forms-hint" style={{ marginBottom: 12 }}>{t('forms.need.figuresHint')}</p>
          <FiguresInput />
          <Form.Item name={['answers', 'other']} label={t('forms.need.other')} style={{ marginTop: 20 }}>
            <Input.TextArea maxLength={10_000} autoSize={{ minRows: 2, maxRows: 8 }} />
          </Form.Item>
          <AboutFields keywords={t('forms.need.keywords')} level={t('forms.need.level')} />
        </>
      ),
    },
    {
      title: t('forms.need.step.terms'),
      fields: terms,
      content: (
        <>
          <h2>{t('forms.need.termsTitle')}</h2>
          <TermsFields modes={t('forms.need.modes')} budget={t('forms.need.budget')} deadline={t('forms.need.when')} />
        </>
      ),
    },
    { title: t('forms.need.step.visibility'), fields: visibility, content: last },
  ]
}

/** The same for who knows what they want to write. */
export function usePlainSteps(forOthers: boolean, last: ReactNode): FormStep[] {
  const { t } = useI18n()
  return [
    {
      title: t('forms.need.step.content'),
      fields: ['organisationId', 'title', 'description', ...about],
      content: (
        <>
          <h2>{t('forms.need.step.content')}</h2>
          {forOthers ? <OwnerField /> : null}
          <TitleField label={t('forms.title')} hint={t('forms.need.oneSentenceHint')} />
          <Form.Item name="description" label={t('forms.description')} extra={t('forms.need.descriptionHint')}>
            <Input.TextArea maxLength={50_000} autoSize={{ minRows: 8, maxRows: 24 }} />
          </Form.Item>
          <AboutFields keywords={t('market.keywords')} level={t('need.wantedMaturity')} />
          <p className="forms-hint">{t('forms.secret')}</p>
        </>
      ),
    },
    {
      title: t('forms.need.step.terms'),
      fields: terms,
      content: (
        <>
          <h2>{t('forms.need.step.terms')}</h2>
          <TermsFields modes={t('market.mode')} budget={t('need.budget')} deadline={t('need.deadline')} />
        </>
      ),
    },
    { title: t('forms.need.step.visibility'), fields: visibility, content: last },
  ]
}

function NoInput() {
  return null
}
