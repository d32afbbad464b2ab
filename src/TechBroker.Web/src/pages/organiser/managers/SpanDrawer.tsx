import { DatePicker, Form } from 'antd'
import type { Dayjs } from 'dayjs'
import type { ReactNode } from 'react'
import { useI18n } from '../../../i18n'
import { FormDrawer } from '../FormDrawer'

export interface SpanValues {
  from: Dayjs
  to: Dayjs
  desk?: string
  reason?: string
}

/** From when to when. */
export function SpanDrawer(props: { title: string; open: boolean; close: () => void; initial: Partial<SpanValues>; send: (values: SpanValues, key: string) => Promise<unknown>; children: ReactNode }) {
  const { t } = useI18n()
  const required = [{ required: true, message: t('centre.required') }]
  const picker = <DatePicker showTime={{ minuteStep: 15, format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" style={{ width: '100%' }} />
  return (
    <FormDrawer<SpanValues> open={props.open} close={props.close} title={props.title} ok={t('centre.save')} initial={props.initial} send={props.send}>
      <Form.Item name="from" label={t('centre.from')} rules={required}>{picker}</Form.Item>
      <Form.Item name="to" label={t('centre.until')} rules={required}>{picker}</Form.Item>
      {props.children}
    </FormDrawer>
  )
}
