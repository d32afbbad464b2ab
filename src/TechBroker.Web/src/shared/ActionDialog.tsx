import { Form, Modal } from 'antd'
import { useId, useRef, useState, type ReactNode } from 'react'
import { useI18n } from '../i18n'
import './actionForm.css'
import { notFromCalendar } from './notFromCalendar'
import { Trouble } from './Trouble'
import { useProblemForm } from './useProblemForm'
import { useRepeatKey } from './useRepeatKey'

/**
 * A step with its small form: the question, what the API needs for it, errors beside the fields. It is rendered while it is open, and
 * `close` is called once it is off the screen, so that the keyboard goes back to where it came from.
 */
export function ActionDialog<T extends object>(props: {
  title: string
  intro?: ReactNode
  /** What the button says: what happens, not OK. */
  submitText: string
  danger?: boolean
  initial?: Partial<T>
  width?: number
  /** The key is for the header Idempotency-Key: a step that is sent twice because the answer was lost happens once. */
  send: (values: T, key: string) => Promise<unknown>
  close: () => void
  children?: ReactNode
}) {
  const { t } = useI18n()
  const id = useId()
  const frame = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(true)
  const repeat = useRepeatKey()
  const { form, busy, problem, submit } = useProblemForm<T>(async values => {
    await repeat(values, key => props.send(values, key))
    setOpen(false)
  })

  // At the first field; the calendar of a day would open at once, so that it is left to whoever gets there. A mere question begins at its answer.
  const begin = (shown: boolean) => {
    if (shown) {
      const first = frame.current?.querySelector<HTMLElement>('.ant-select input, textarea, .ant-input, .ant-input-number-input, input[type=radio]:checked, input[type=radio]')
      const answer = document.querySelector<HTMLElement>(`button[form="${id}"]`)
      ;(first ?? answer)?.focus()
    }
  }
  return (
    <Modal
      open={open}
      title={props.title}
      width={props.width ?? 520}
      okText={props.submitText}
      cancelText={t('action.cancel')}
      okButtonProps={{ htmlType: 'submit', form: id, danger: props.danger, loading: busy }}
      onCancel={() => setOpen(false)}
      afterOpenChange={begin}
      afterClose={props.close}
    >
      <div ref={frame} className="action-dialog" onKeyDown={notFromCalendar}>
        {props.intro ? <div className="action-dialog-intro">{props.intro}</div> : null}
        <Form<T> id={id} form={form} layout="vertical" requiredMark="optional" initialValues={props.initial as never} onFinish={values => void submit(values)}>
          {props.children}
        </Form>
        {problem ? <Trouble problem={problem} /> : null}
      </div>
    </Modal>
  )
}
