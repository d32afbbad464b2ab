import { Segmented, Select } from 'antd'
import { useIsPhone } from '../../../shared/useIsPhone'

/** A few ways to look at the same thing, beside a chart's title. */
export function Choice<T extends string>(props: { label: string; value: T; of: readonly T[]; name: (one: T) => string; onChange: (next: T) => void }) {
  const phone = useIsPhone()
  if (props.of.length < 2) {
    return null
  }
  const options = props.of.map(value => ({ value, label: props.name(value) }))
  const both = { 'aria-label': props.label, value: props.value, options, onChange: props.onChange }
  return phone && options.length > 3 ? <Select<T> {...both} style={{ minWidth: 140 }} /> : <Segmented<T> {...both} />
}
