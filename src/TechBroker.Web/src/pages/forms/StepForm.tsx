import { Alert, Button, Form, Steps } from 'antd'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useI18n } from '../../i18n'
import { Trouble } from '../../shared/Trouble'
import { ConflictDialog } from './ConflictDialog'
import './forms.css'
import type { Stored } from './itemKind'
import { useAskBeforeLeaving } from './useAskBeforeLeaving'
import type { ItemForm } from './useItemForm'

export interface FormStep {
  title: string
  /** Names of the body, so that an error finds its step. */
  fields: readonly string[]
  content: ReactNode
}

type Intent = 'next' | 'save' | 'publish'

/** A form in steps. All of them stay in the page, so that nothing typed is lost and every error has its field; one is shown. */
export function StepForm<Values extends object, Body extends object, Item extends Stored>(props: {
  title: string
  head?: ReactNode
  /** Above the steps: what is special about this item. */
  notice?: ReactNode
  steps: FormStep[]
  /** Which step is shown; kept by the page, because the draft in the browser remembers it. */
  step: number
  onStep: (step: number) => void
  item: ItemForm<Values, Body, Item>
  initial: Values
  saveText: string
  /** Absent where saving is all there is to do. */
  publishText?: string
}) {
  const { t, ago } = useI18n()
  const { steps, step, onStep, item } = props
  const { form, draft } = item
  const last = steps.length - 1
  const intent = useRef<Intent>('next')
  const [saving, setSaving] = useState<Intent>('save')
  const section = useRef<HTMLElement>(null)
  /** By a button, not by an error, which has its own place to go to. */
  const moved = useRef(false)
  useAskBeforeLeaving(item.isDirty)

  const show = (next: number) => {
    moved.current = true
    onStep(next)
  }
  useEffect(() => {
    if (moved.current) {
      section.current?.focus({ preventScroll: true })
      scrollTo({ top: 0 })
    }
  }, [step])

  const stepOf = (name: readonly (string | number)[]) => Math.max(0, steps.findIndex(({ fields }) => fields.includes(String(name[0]))))
  const showError = (names: readonly (readonly (string | number)[])[]) => {
    const first = [...names].sort((a, b) => stepOf(a) - stepOf(b))[0]
    if (first) {
      moved.current = false
      onStep(stepOf(first))
      requestAnimationFrame(() => form.scrollToField(first as never, { block: 'center', focus: true }))
    }
  }
  const faulty = () => form.getFieldsError().filter(({ errors }) => errors.length > 0).map(({ name }) => name as (string | number)[])

  const go = (to: Intent) => {
    intent.current = to
    form.submit()
  }
  const finish = async () => {
    if (intent.current === 'next' && step < last) {
      show(step + 1)
      return
    }
    setSaving(intent.current)
    // What the API said before may no longer be so, and of a field that was not touched it would stay.
    form.setFields(faulty().map(name => ({ name, errors: [] })) as never)
    await item.save(intent.current === 'publish')
    showError(faulty())
  }

  return (
    <div className="page forms">
      <header className="head-row">
        <h1>{props.title}</h1>
        {props.head}
      </header>
      {draft.offer ? (
        <Alert
          type="info"
          showIcon
          title={t('forms.draft.offer', { when: ago(draft.offer.savedAt) })}
          action={
            <span className="row">
              <Button size="small" type="primary" onClick={() => onStep(Math.min(draft.resume()?.step ?? 0, last))}>{t('forms.draft.resume')}</Button>
              <Button size="small" onClick={draft.discard}>{t('forms.draft.discard')}</Button>
            </span>
          }
        />
      ) : null}
      {props.notice}
      <Steps current={step} onChange={show} size="small" responsive={false} titlePlacement="vertical" items={steps.map(({ title }) => ({ title }))} />
      <Form
        form={form}
        layout="vertical"
        name="item"
        initialValues={props.initial}
        onValuesChange={item.changed}
        onFinish={() => void finish()}
        onFinishFailed={({ errorFields }) => {
          const names = errorFields.map(({ name }) => name as (string | number)[])
          if (intent.current === 'next' && !names.some(name => stepOf(name) === step) && step < last) {
            show(step + 1)
          } else {
            showError(names)
          }
        }}
      >
        {steps.map(({ title, content }, i) => (
          <section key={title} ref={i === step ? section : undefined} className="panel" hidden={i !== step} tabIndex={-1} aria-label={title}>{content}</section>
        ))}
        {item.problem ? <Trouble problem={item.problem} /> : null}
        <div className="forms-foot">
          {step > 0 ? <Button onClick={() => show(step - 1)}>{t('forms.back')}</Button> : null}
          <span className="quiet forms-kept" role="status">{draft.savedAt ? t('forms.draft.kept') : ''}</span>
          {step < last || props.publishText ? (
            <Button onClick={() => go('save')} loading={item.busy && saving === 'save'}>{props.saveText}</Button>
          ) : null}
          {step < last ? (
            <Button type="primary" htmlType="submit" onClick={() => void (intent.current = 'next')}>{t('forms.next')}</Button>
          ) : props.publishText ? (
            <Button type="primary" htmlType="submit" onClick={() => void (intent.current = 'publish')} loading={item.busy && saving === 'publish'}>{props.publishText}</Button>
          ) : (
            <Button type="primary" htmlType="submit" onClick={() => void (intent.current = 'save')} loading={item.busy}>{props.saveText}</Button>
          )}
        </div>
      </Form>
      <ConflictDialog conflict={item.conflict} onSettle={item.settle} />
    </div>
  )
}
