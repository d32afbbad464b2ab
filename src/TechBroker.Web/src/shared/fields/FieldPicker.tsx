import { TreeSelect } from 'antd'
import { useI18n } from '../../i18n'
import { useFieldTree } from '../vocabularies'

/** Fields of technology (`VOCABULARY:CODE`), several of them. For a Form.Item: antd hands it `id`, `value` and `onChange`. */
export function FieldPicker(props: { id?: string; value?: string[]; onChange?: (fields: string[]) => void; max?: number }) {
  const { t } = useI18n()
  return (
    <TreeSelect
      id={props.id}
      multiple
      allowClear
      showSearch={{ treeNodeFilterProp: 'title' }}
      maxCount={props.max}
      placeholder={t('field.choose')}
      // A vocabulary's own name is no field.
      treeData={useFieldTree().map(vocabulary => ({ ...vocabulary, selectable: false }))}
      listHeight={360}
      value={props.value}
      onChange={props.onChange}
    />
  )
}
