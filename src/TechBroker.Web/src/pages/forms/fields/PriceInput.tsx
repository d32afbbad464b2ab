import { Radio } from 'antd'
import { useState } from 'react'
import type { Money } from '../../../api/client'
import { useI18n } from '../../../i18n'
import { MoneyInput } from '../../../shared/fields/MoneyInput'

/** An amount, or open to negotiation (null). For a Form.Item. */
export function PriceInput(props: { id?: string; value?: Money | null; onChange?: (money: Money | null) => void; namedText: string }) {
  const { t } = useI18n()
  const [named, setNamed] = useState(false)
  const shown = named || Boolean(props.value)
  return (
    <>
      <Radio.Group
        value={shown}
        onChange={event => {
          setNamed(event.target.value as boolean)
          if (!event.target.value) {
            props.onChange?.(null)
          }
        }}
        options={[{ value: false, label: t('market.priceOpen') }, { value: true, label: props.namedText }]}
        style={{ marginBottom: 8 }}
      />
      {shown ? <MoneyInput id={props.id} value={props.value} onChange={props.onChange} /> : null}
    </>
  )
}
