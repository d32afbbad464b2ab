import { useQuery } from '@tanstack/react-query'
import { AutoComplete } from 'antd'
import { organisationsNamed } from '../../../api/queries'
import { useI18n } from '../../../i18n'
import { useSettled } from '../../../shared/useSettled'

// As long as somebody may be without a network between two talks.
const staleTime = 600_000

/** Organisations that are registered under such a name; without a network those that were read before. */
export function useOrganisations(name: string | undefined) {
  const q = useSettled(name?.trim() ?? '')
  const newest = useQuery({ ...organisationsNamed('', 200), staleTime })
  const found = useQuery({ ...organisationsNamed(q), staleTime })
  return [...(found.data?.items ?? []), ...(newest.data?.items ?? [])]
}

/** Whose need it is: one of the registered, or whatever is on the card that one was given. For a Form.Item. */
export function WhoPick(props: { id?: string; value?: string; onChange?: (who: string) => void; disabled?: boolean }) {
  const { t } = useI18n()
  const organisations = useOrganisations(props.value)
  return (
    <AutoComplete
      id={props.id}
      size="large"
      allowClear
      disabled={props.disabled}
      maxLength={200}
      placeholder={t('log.whoHint')}
      options={[...new Set(organisations.map(({ name }) => name))].map(name => ({ value: name }))}
      showSearch={{ filterOption: (typed, option) => typed.length > 0 && Boolean(option?.value.includes(typed)) }}
      value={props.value}
      onChange={props.onChange}
    />
  )
}
