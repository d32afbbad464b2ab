import { Form, type FormInstance } from 'antd'
import { useState } from 'react'
import { isProblem } from '../api/problem'
import { fieldOf, fieldPath } from './fieldPath'

export interface ProblemForm<T> {
  form: FormInstance<T>
  busy: boolean
  /** What could not be shown beside a field: for a `Trouble` above the button. */
  problem: unknown
  /** For Form's onFinish. */
  submit: (values: T) => Promise<void>
  clear: () => void
}

/**
 * A form whose errors come from the API: each stands beside its field, the first of them is scrolled to, and what belongs to no field of
 * the form is left in `problem`.
 */
export function useProblemForm<T extends object>(send: (values: T) => Promise<unknown>): ProblemForm<T> {
  const [form] = Form.useForm<T>()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)

  const submit = async (values: T) => {
    setBusy(true)
    setProblem(null)
    try {
      await send(values)
    } catch (error) {
      setProblem(showBesideFields(form, error) ? null : error)
    } finally {
      setBusy(false)
    }
  }
  return { form, busy, problem, submit, clear: () => setProblem(null) }
}

/** Whether every error found its field. */
function showBesideFields<T>(form: FormInstance<T>, error: unknown): boolean {
  const errors = isProblem(error) ? Object.entries(error.errors) : []
  const fields = form.getFieldsError().map(field => field.name as (string | number)[])
  const found = new Map<(string | number)[], string[]>()
  for (const [name, messages] of errors) {
    const field = fieldOf(fieldPath(name), fields)
    if (field) {
      found.set(field, [...(found.get(field) ?? []), ...messages])
    }
  }
  if (found.size > 0) {
    form.setFields([...found].map(([name, messages]) => ({ name, errors: messages })) as never)
    form.scrollToField([...found.keys()][0]! as never, { block: 'center', focus: true })
  }
  return errors.length > 0 && errors.every(([name]) => fieldOf(fieldPath(name), fields) !== undefined)
}
