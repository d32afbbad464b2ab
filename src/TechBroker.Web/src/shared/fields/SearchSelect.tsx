import { Select } from 'antd'
import { useState } from 'react'
import { useSettled } from '../useSettled'

/** What a form knows of such a field. */
export interface SearchField {
  id?: string
  value?: string | null
}

/** What is typed, once somebody stops typing: the API is asked for it. */
export function useTyped() {
  const [typed, setTyped] = useState('')
  return { q: useSettled(typed.trim()), setTyped }
}

/** One of many that the API finds by words. What is chosen stays among the options, though the words no longer find it. */
export function SearchSelect<T extends { id: string }>(props: SearchField & {
  found: { data?: { items: T[] }; isFetching: boolean }
  /** What is chosen, as it was read by itself. */
  chosen: T | undefined
  label: (item: T) => string
  placeholder: string
  onSearch: (typed: string) => void
  onChange: (id: string | undefined) => void
}) {
  const { found, chosen } = props
  const items = [...(found.data?.items ?? []), ...(chosen && isMissing(chosen.id, found.data) ? [chosen] : [])]
  return (
    <Select
      id={props.id}
      allowClear
      style={{ width: '100%' }}
      showSearch={{ filterOption: false, onSearch: props.onSearch }}
      placeholder={props.placeholder}
      loading={found.isFetching}
      value={props.value ?? undefined}
      options={items.map(item => ({ value: item.id, label: props.label(item) }))}
      onChange={props.onChange}
    />
  )
}

/** Whether something chosen has to be read by itself. */
export function isMissing(id: string | null | undefined, page: { items: { id: string }[] } | undefined) {
  return Boolean(id) && !page?.items.some(item => item.id === id)
}
