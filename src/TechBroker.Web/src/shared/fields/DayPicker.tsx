import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useI18n } from '../../i18n'

/** A day as the API writes it (2026-03-01). For a Form.Item. */
export function DayPicker(props: { id?: string; value?: string | null; onChange?: (day: string | null) => void; min?: string; max?: string }) {
  const { t } = useI18n()
  return (
    <DatePicker
      id={props.id}
      style={{ width: '100%' }}
      placeholder={t('field.choose')}
      value={props.value ? dayjs(props.value) : null}
      minDate={props.min ? dayjs(props.min) : undefined}
      maxDate={props.max ? dayjs(props.max) : undefined}
      onChange={day => props.onChange?.(day ? day.format('YYYY-MM-DD') : null)}
    />
  )
}
