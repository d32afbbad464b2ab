import { InputNumber, Select, Space } from 'antd'
import { useState } from 'react'
import type { Money } from '../../api/client'
import { useI18n } from '../../i18n'
import { amountOf, currencies, moneyOf, scaleOf } from './money'

/** An amount as people say it: of yuan in 万元, of other currencies in whole units. For a Form.Item; its value is the API's MoneyBody or null. */
export function MoneyInput(props: { id?: string; value?: Money | null; onChange?: (money: Money | null) => void }) {
  const { t } = useI18n()
  const [chosen, setChosen] = useState('CNY')
  const currency = props.value?.currency ?? chosen
  const change = (amount: number | null, of: string) => props.onChange?.(amount === null ? null : moneyOf(amount, of))
  return (
    <Space.Compact block>
      <InputNumber<number>
        id={props.id}
        style={{ flex: 1 }}
        min={0}
        precision={scaleOf(currency) === 10_000 ? 6 : 2}
        formatter={value => String(value ?? '').replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '')}
        aria-label={props.id ? undefined : t('field.amount')}
        value={props.value ? amountOf(props.value) : null}
        onChange={amount => change(amount, currency)}
        suffix={currency === 'CNY' ? t('field.tenThousand') : undefined}
      />
      <Select
        style={{ width: 92 }}
        aria-label={t('field.currency')}
        value={currency}
        options={currencies.map(value => ({ value, label: value }))}
        onChange={next => {
          setChosen(next)
          if (props.value) {
            change(amountOf(props.value), next)
          }
        }}
      />
    </Space.Compact>
  )
}
