import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useI18n } from '../../i18n'

/** A day with its time, as the API writes it (with offset). For a Form.Item. */
export function MomentPicker(props: { id?: string; value?: string | null; onChange?: (moment: string | null) => void; min?: string; max?: string }) {
  const { t } = useI18n()
  return (
    <DatePicker
      id={props.id}
      style={{ width: '100%' }}
      placeholder={t('field.choose')}
      showTime={{ format: 'HH:mm', minuteStep: 5 }}
      format="YYYY-MM-DD HH:mm"
      value={props.value ? dayjs(props.value) : null}
      minDate={props.min ? dayjs(props.min) : undefined}
      maxDate={props.max ? dayjs(props.max) : undefined}
      onChange={moment => props.onChange?.(moment ? moment.format() : null)}
    />
  )
}
