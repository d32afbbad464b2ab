import { FilterOutlined } from '@ant-design/icons'
import { Button, Select, TreeSelect } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import type { MarketFilter } from '../../api/queries'
import { useI18n } from '../../i18n'
import { useFieldTree, useRegionTree, useTerms } from '../../shared/vocabularies'
import { chosenNames, type FilterChange } from './filters'

/** Folded on a phone, where they would push the results off the screen. */
export function Filters({ filter, onChange }: { filter: MarketFilter; onChange: (change: FilterChange) => void }) {
  const { t, nameOf } = useI18n()
  const fields = useFieldTree()
  const regions = useRegionTree()
  const levels = useTerms('trl')
  const modes = useTerms('cooperation-modes')
  const any = t('search.any')
  const tree = { allowClear: true, showSearch: true, treeNodeFilterProp: 'title', placeholder: any, popupMatchSelectWidth: 320, listHeight: 360 } as const
  const [open, setOpen] = useState(false)
  const group = useId()
  const count = chosenNames(filter).length
  return (
    <>
      <Button className="phone-only filters-fold" icon={<FilterOutlined />} aria-expanded={open} aria-controls={group} onClick={() => setOpen(!open)}>
        {t('search.filters')}{count > 0 ? ` · ${count}` : ''}
      </Button>
      <div id={group} className={open ? 'filters' : 'filters filters-folded'} role="group" aria-label={t('search.filters')}>
        <Labelled text={t('market.field')}>
          {id => <TreeSelect id={id} {...tree} treeData={fields} value={filter.field} onChange={(field?: string) => onChange({ field })} />}
        </Labelled>
        <Labelled text={t('market.region')}>
          {id => <TreeSelect id={id} {...tree} treeData={regions} value={filter.region} onChange={(region?: string) => onChange({ region })} />}
        </Labelled>
        <Labelled text={t('search.minTrl')}>
          {id => (
            <Select
              id={id}
              allowClear
              placeholder={any}
              popupMatchSelectWidth={320}
              value={filter.minTrl}
              onChange={(minTrl?: string) => onChange({ minTrl })}
              options={levels.map(level => ({ value: level.code, label: `${level.code} · ${nameOf(level)}` }))}
            />
          )}
        </Labelled>
        <Labelled text={t('market.mode')}>
          {id => (
            <Select
              id={id}
              allowClear
              placeholder={any}
              value={filter.mode}
              onChange={(mode?: string) => onChange({ mode })}
              options={modes.map(mode => ({ value: mode.code, label: nameOf(mode) }))}
            />
          )}
        </Labelled>
      </div>
    </>
  )
}

function Labelled({ text, children }: { text: string; children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <div className="filter">
      <label htmlFor={id}>{text}</label>
      {children(id)}
    </div>
  )
}
