import { Button, Drawer, Form } from 'antd'
import { useRef, type ReactNode } from 'react'
import { idempotencyKey } from '../../api/client'
import { useI18n } from '../../i18n'
import { Trouble } from '../../shared/Trouble'
import { useProblemForm } from '../../shared/useProblemForm'

interface Props<T> {
  title: string
  initial?: Partial<T>
  /** Throws the ApiProblem; otherwise the drawer closes. The key stays the same as long as the values do, so that what is sent twice is done once. */
  send: (values: T, key: string) => Promise<unknown>
  ok: string
  close: () => void
  wide?: boolean
  children: ReactNode
}

/** A form beside the page that it changes. */
export function FormDrawer<T extends object>({ open, ...props }: Props<T> & { open: boolean }) {
  return (
    <Drawer open={open} onClose={props.close} size={props.wide ? 'min(860px, 100vw)' : 'min(520px, 100vw)'} title={props.title} destroyOnHidden>
      {open ? <Fields<T> {...props} /> : null}
    </Drawer>
  )
}

function Fields<T extends object>({ initial, send, ok, close, children }: Props<T>) {
  const { t } = useI18n()
  const last = useRef({ text: '', key: '' })
  const { form, busy, problem, submit } = useProblemForm<T>(async values => {
    const text = JSON.stringify(values)
    if (text !== last.current.text) {
      last.current = { text, key: idempotencyKey() }
    }
    await send(values, last.current.key)
    close()
  })
  return (
    <Form<T> form={form} layout="vertical" requiredMark="optional" initialValues={initial as Partial<T> & object} onFinish={values => void submit(values)} scrollToFirstError>
      {children}
      {problem ? <div className="organiser-trouble"><Trouble problem={problem} /></div> : null}
      <div className="row">
        <Button type="primary" htmlType="submit" loading={busy}>{ok}</Button>
        <Button onClick={close}>{t('centre.cancel')}</Button>
      </div>
    </Form>
  )
}
