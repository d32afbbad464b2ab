import { InputNumber } from 'antd'

const pointsPerPercent = 100

/** A share in per cent; its value is hundredths of one, as the API counts (basis points). For a Form.Item. */
export function ShareInput(props: { id?: string; value?: number | null; onChange?: (basisPoints: number | null) => void; 'aria-label'?: string }) {
  return (
    <InputNumber<number>
      id={props.id}
      aria-label={props['aria-label']}
      style={{ width: '100%' }}
      min={0}
      max={100}
      precision={2}
      formatter={value => String(value ?? '').replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '')}
      suffix="%"
      value={props.value === null || props.value === undefined ? null : props.value / pointsPerPercent}
      onChange={percent => props.onChange?.(percent === null ? null : Math.round(percent * pointsPerPercent))}
    />
  )
}
