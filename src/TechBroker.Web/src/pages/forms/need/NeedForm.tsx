import { Alert, App, Form, Segmented } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Need } from '../../../api/client'
import { useI18n } from '../../../i18n'
import { useTitle } from '../../../shared/useTitle'
import { StepForm } from '../StepForm'
import { useItemForm } from '../useItemForm'
import { useOwner } from '../useOwner'
import { answersOf, compose, withRow } from './guide'
import { needKind, type NeedValues } from './needKind'
import { useGuidedSteps, usePlainSteps } from './needSteps'
import { VisibilityStep } from './VisibilityStep'

const publishable = ['draft', 'returned', 'triage', 'expired']

export function NeedForm({ need, firstStep = 0 }: { need?: Need; firstStep?: number }) {
  const { t, language } = useI18n()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const [kind] = useState(() => needKind(language))
  const [step, setStep] = useState(firstStep)
  const title = t(need ? 'forms.need.edit' : 'forms.need.new')
  useTitle(title)

  const item = useItemForm(kind, need, () => step, (saved, published) => {
    if (published) {
      message.success(t('forms.need.published'))
      void navigate(`/work/needs/${saved.id}`)
    } else if (!need) {
      message.success(t('forms.draft.saved'))
      void navigate(`/work/needs/${saved.id}/edit`, { replace: true, state: { step } })
    } else {
      message.success(t(saved.state === 'published' ? 'forms.savedAndMatched' : 'forms.saved'))
    }
  })
  const [initial] = useState(() => (need ? kind.toValues(need) : kind.empty))
  const values: NeedValues = { ...initial, ...(Form.useWatch([], { form: item.form, preserve: true }) as Partial<NeedValues> | undefined) }
  const owner = useOwner(values.organisationId)
  const state = item.item?.state ?? 'draft'

  const guide = (guided: boolean) => {
    item.form.setFieldsValue(
      guided
        ? { guided, answers: withRow(answersOf(values.description)) }
        : { guided, description: compose(values.answers, values.guideLanguage) },
    )
    setStep(0)
    item.changed()
  }

  const forOthers = !need && owner.isStaff
  const lastStep = values.guided ? 3 : 2
  const last = (
    <VisibilityStep kind={kind} values={values} owner={owner.organisation} keepsCell={state === 'published' && item.item?.visibility === 'blind'} shown={step === lastStep} />
  )
  const guided = useGuidedSteps(forOthers, last)
  const plain = usePlainSteps(forOthers, last)
  return (
    <StepForm
      title={title}
      head={
        <Segmented
          aria-label={t('forms.need.way')}
          value={values.guided}
          onChange={guide}
          options={[{ value: true, label: t('forms.need.guided') }, { value: false, label: t('forms.need.plain') }]}
        />
      }
      notice={state === 'published' ? <Alert type="info" showIcon title={t('forms.matchedAnew')} /> : null}
      steps={values.guided ? guided : plain}
      step={Math.min(step, lastStep)}
      onStep={setStep}
      item={item}
      initial={initial}
      saveText={t(state === 'draft' ? 'forms.saveDraft' : 'forms.save')}
      publishText={publishable.includes(state) ? t('forms.publish') : undefined}
    />
  )
}
