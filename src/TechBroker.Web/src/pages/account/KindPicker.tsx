import { Button, Checkbox } from 'antd'
import { useI18n } from '../../i18n'
import { kindsFor } from './kinds'

/** Kinds in plain words, group by group. For a Form.Item. */
export function KindPicker(props: { value?: string[]; onChange?: (kinds: string[]) => void; centre: boolean }) {
  const { t } = useI18n()
  const groups = kindsFor(props.centre)
  const value = props.value ?? []
  const all = groups.flatMap(group => group.kinds.map(([code]) => code))
  return (
    <>
      <div className="row account-all">
        <Button size="small" onClick={() => props.onChange?.(all)}>{t('settings.chooseAll')}</Button>
        <Button size="small" onClick={() => props.onChange?.([])}>{t('settings.chooseNone')}</Button>
      </div>
      <div className="account-kinds">
        {groups.map(group => {
          const codes = group.kinds.map(([code]) => code)
          return (
            <fieldset key={group.text}>
              <legend>{t(group.text)}</legend>
              <Checkbox.Group
                value={value.filter(code => codes.includes(code))}
                options={group.kinds.map(([code, text]) => ({ value: code, label: t(text) }))}
                onChange={chosen => props.onChange?.([...value.filter(code => !codes.includes(code)), ...chosen])}
              />
            </fieldset>
          )
        })}
      </div>
    </>
  )
}
