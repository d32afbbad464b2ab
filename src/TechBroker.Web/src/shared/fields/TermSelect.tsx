import { Select } from 'antd'
import { useI18n } from '../../i18n'
import { useTerms, type VocabularyId } from '../vocabularies'

/** A code of a vocabulary by its name. For a Form.Item. */
export function TermSelect(props: { id?: string; vocabulary: VocabularyId; value?: string | null; onChange?: (code: string | undefined) => void; withCode?: boolean }) {
  const { t, nameOf } = useI18n()
  return (
    <Select
      id={props.id}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('field.choose')}
      value={props.value ?? undefined}
      options={useTerms(props.vocabulary).map(term => ({ value: term.code, label: props.withCode ? `${term.code} · ${nameOf(term)}` : nameOf(term) }))}
      onChange={props.onChange}
    />
  )
}

/** Several codes of a vocabulary. For a Form.Item. */
export function TermsSelect(props: { id?: string; vocabulary: VocabularyId; value?: string[]; onChange?: (codes: string[]) => void }) {
  const { t, nameOf } = useI18n()
  return (
    <Select
      id={props.id}
      mode="multiple"
      allowClear
      optionFilterProp="label"
      placeholder={t('field.choose')}
      value={props.value}
      options={useTerms(props.vocabulary).map(term => ({ value: term.code, label: nameOf(term) }))}
      onChange={props.onChange}
    />
  )
}
