import { Select } from 'antd'
import { useI18n } from '../../../i18n'

/** Words typed one after the other. For a Form.Item. */
export function KeywordsInput(props: { id?: string; value?: string[]; onChange?: (words: string[]) => void }) {
  const { t } = useI18n()
  return (
    <Select
      id={props.id}
      mode="tags"
      open={false}
      suffixIcon={null}
      placeholder={t('forms.keywordsHint')}
      tokenSeparators={[',', '，', '、', ';', '；', '\n']}
      value={props.value ?? []}
      onChange={words => props.onChange?.([...new Set(words.map(word => word.trim()).filter(Boolean))])}
    />
  )
}
