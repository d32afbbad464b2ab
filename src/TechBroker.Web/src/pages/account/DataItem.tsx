import { useI18n, type TextKey } from '../../i18n'
import { valuesOf, type Value } from './heldValues'

/** One thing that is held, as names and values that wrap. A name without a text is shown as the API has it: nothing is kept back. */
export function DataItem({ item }: { item: unknown }) {
  const { t } = useI18n()
  return (
    <dl className="account-item">
      {valuesOf(item).map(([name, value]) => {
        const text = t(`account.field.${name}` as TextKey)
        return (
          <div key={name}>
            <dt>{text.startsWith('account.field.') ? name : text}</dt>
            <dd><Shown value={value} /></dd>
          </div>
        )
      })}
    </dl>
  )
}

function Shown({ value }: { value: Value }) {
  const { t, time, day } = useI18n()
  switch (value.kind) {
    case 'yesNo':
      return t(value.yes ? 'account.yes' : 'account.no')
    case 'time':
      return time(value.text)
    case 'day':
      return day(value.text)
    case 'list':
      return value.items.join(t('list.comma'))
    case 'text':
      return value.text
    default:
      return <code>{value.text}</code>
  }
}
