import { useQuery } from '@tanstack/react-query'
import { api, bodyOf } from '../../../api/client'
import { useI18n } from '../../../i18n'
import { isMissing, SearchSelect, useTyped, type SearchField } from '../../../shared/fields/SearchSelect'

/** Somebody with an account, by name or e-mail address. For a Form.Item. */
export function PersonSelect({ onChange, ...field }: SearchField & { onChange?: (id: string | undefined) => void }) {
  const { t } = useI18n()
  const { q, setTyped } = useTyped()
  const found = useQuery({
    queryKey: ['users', 'select', q],
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/users', { params: { query: { q: q || undefined, limit: '20' } }, signal })),
  })
  const chosen = useQuery({
    queryKey: ['users', field.value],
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/users/{id}', { params: { path: { id: field.value! } }, signal })),
    enabled: isMissing(field.value, found.data),
  })
  return (
    <SearchSelect
      {...field}
      found={found}
      chosen={chosen.data}
      label={user => `${user.displayName} · ${user.email}`}
      placeholder={t('person.find')}
      onSearch={setTyped}
      onChange={id => onChange?.(id)}
    />
  )
}
