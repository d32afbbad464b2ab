import { useQuery } from '@tanstack/react-query'
import { organisationQuery, organisationsNamed } from '../../api/queries'
import { useI18n } from '../../i18n'
import { isMissing, SearchSelect, useTyped, type SearchField } from './SearchSelect'

/** An organisation, by name or credit code. For a Form.Item. */
export function OrganisationSelect({ onChange, placeholder, ...field }: SearchField & { onChange?: (id: string | null) => void; placeholder?: string }) {
  const { t } = useI18n()
  const { q, setTyped } = useTyped()
  const found = useQuery(organisationsNamed(q))
  const chosen = useQuery({ ...organisationQuery(field.value ?? ''), enabled: isMissing(field.value, found.data) })
  return (
    <SearchSelect
      {...field}
      found={found}
      chosen={chosen.data}
      label={organisation => organisation.name}
      placeholder={placeholder ?? t('field.findOrganisation')}
      onSearch={setTyped}
      onChange={id => onChange?.(id ?? null)}
    />
  )
}
