import { Select } from 'antd'
import { useI18n } from '../../../i18n'
import { useNames } from '../../../shared/vocabularies'

const levels = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const

/** A technology readiness level by its official name and by what it means in plain words. For a Form.Item. */
export function LevelSelect(props: { id?: string; value?: number | null; onChange?: (level: number | null) => void }) {
  const { t } = useI18n()
  const name = useNames('trl')
  return (
    <>
      <Select
        id={props.id}
        allowClear
        placeholder={t('field.choose')}
        listHeight={420}
        virtual={false}
        value={props.value ?? undefined}
        options={levels.map(value => ({ value, label: `${t('forms.level', { n: value })} · ${name(String(value))}` }))}
        optionRender={option => (
          <span className="forms-level">
            <span>{option.label}</span>
            <span className="quiet">{t(`forms.trl.${option.value as (typeof levels)[number]}`)}</span>
          </span>
        )}
        onChange={(level: number | undefined) => props.onChange?.(level ?? null)}
      />
      <p className="forms-hint" aria-live="polite">{props.value ? t(`forms.trl.${props.value as (typeof levels)[number]}`) : ''}</p>
    </>
  )
}
