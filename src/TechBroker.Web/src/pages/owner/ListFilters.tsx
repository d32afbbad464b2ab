import { SearchOutlined } from '@ant-design/icons'
import { Input, TreeSelect } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import { useI18n } from '../../i18n'
import { useFieldTree } from '../../shared/vocabularies'
import { readMine, writeMine } from './filters'
import type { Kind } from './items'
import { StateFilter } from './StateFilter'
import { useSettled } from '../../shared/useSettled'

/** What the list is narrowed down to, all of it in the address. */
export function ListFilters({ kind, withRare }: { kind: Kind; withRare: boolean }) {
  const { t } = useI18n()
  const [params, setParams] = useSearchParams()
  const filter = readMine(kind, params)
  const fields = useFieldTree()
  const change = (part: Parameters<typeof writeMine>[1]) => setParams(now => writeMine(now, part), { replace: true })
  return (
    <div className="owner-filters">
      <StateFilter kind={kind} value={filter.state} withRare={withRare} onChange={state => change({ state })} />
      <div className="owner-search" role="search">
        <SearchInput value={filter.q ?? ''} hint={t(`owner.searchHint.${kind}`)} onSearch={q => change({ q })} />
        <TreeSelect
          allowClear
          showSearch={{ treeNodeFilterProp: 'title' }}
          aria-label={t('market.field')}
          placeholder={t('market.field')}
          popupMatchSelectWidth={320}
          listHeight={360}
          treeData={fields}
          value={filter.field}
          onChange={(field?: string) => change({ field })}
        />
      </div>
    </div>
  )
}

function SearchInput({ value, hint, onSearch }: { value: string; hint: string; onSearch: (q: string) => void }) {
  const [text, setText] = useState(value)
  const settled = useSettled(text.trim())
  const sent = useRef(value)
  useEffect(() => {
    // Somebody went back, or cleared the filters; what was typed here meanwhile is not undone by its own beginning.
    if (value !== sent.current) {
      sent.current = value
      setText(value)
    }
  }, [value])
  useEffect(() => {
    if (settled !== sent.current) {
      sent.current = settled
      onSearch(settled)
    }
    // Only typing asks anew.
  }, [settled])
  return (
    <Input
      allowClear
      type="search"
      prefix={<SearchOutlined aria-hidden />}
      maxLength={200}
      aria-label={hint}
      placeholder={hint}
      value={text}
      onChange={event => setText(event.target.value)}
    />
  )
}
