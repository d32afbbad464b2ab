import { TreeSelect } from 'antd'
import { useI18n } from '../../i18n'
import { useRegionTree } from '../vocabularies'

/** A province, city or district by its code (GB/T 2260). For a Form.Item. */
export function RegionPicker(props: { id?: string; value?: string | null; onChange?: (region: string | undefined) => void }) {
  const { t } = useI18n()
  return (
    <TreeSelect
      id={props.id}
      allowClear
      showSearch={{ treeNodeFilterProp: 'title' }}
      placeholder={t('field.choose')}
      treeData={useRegionTree()}
      listHeight={360}
      value={props.value ?? undefined}
      onChange={props.onChange}
    />
  )
}
