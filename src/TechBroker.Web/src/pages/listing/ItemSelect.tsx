import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useEffect, useState } from 'react'
import { listingPages, needPages } from '../../api/queries'
import { useI18n } from '../../i18n'
import { LinkButton } from '../../shared/LinkButton'
import { Trouble } from '../../shared/Trouble'
import { useSettled } from '../../shared/useSettled'
import type { Kind } from './ways'

/** A listing or a need on the market, found by its words; of one organisation where that is named. For a Form.Item. */
export function ItemSelect(props: { id?: string; kind: Kind; organisationId?: string; value?: string; onChange?: (id: string) => void }) {
  const { t } = useI18n()
  const [typed, setTyped] = useState('')
  const question = useSettled(typed.trim())
  const { data, error, refetch, isFetching } = useQuery({ ...chooseFrom(props.kind, props.organisationId, question), placeholderData: keepPreviousData })
  const only = question === '' && data?.length === 1 ? data[0]!.id : undefined
  const { value, onChange } = props
  useEffect(() => {
    if (only && !value) {
      onChange?.(only)
    }
  }, [only, value, onChange])

  if (error) {
    return <Trouble problem={error} retry={() => void refetch()} />
  }
  if (props.organisationId && question === '' && data?.length === 0) {
    return (
      <div className="pair-none">
        <p>{t(props.kind === 'need' ? 'pair.noNeeds' : 'pair.noListings')}</p>
        <LinkButton to={`/work/${props.kind}s/new`}>{t(props.kind === 'need' ? 'pair.newNeed' : 'pair.newListing')}</LinkButton>
      </div>
    )
  }
  return (
    <Select
      id={props.id}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={t('pair.choose')}
      loading={isFetching}
      value={value}
      onChange={onChange}
      options={(data ?? []).map(item => ({ value: item.id, label: item.title, owner: item.owner }))}
      optionRender={option => (
        <>
          <div className="pair-title">{option.label}</div>
          {props.organisationId ? null : <small className="quiet">{(option.data as { owner?: string }).owner}</small>}
        </>
      )}
      notFoundContent={isFetching ? null : t('pair.noneFound')}
    />
  )
}

function chooseFrom(kind: Kind, organisationId: string | undefined, q: string) {
  const filter = { q: q || undefined, organisationId }
  return {
    queryKey: [`${kind}s`, 'choose', filter],
    queryFn: async ({ signal }: { signal: AbortSignal }) => {
      const { items } = await (kind === 'listing' ? listingPages(filter, 50).page(undefined, signal) : needPages(filter, 50).page(undefined, signal))
      // What has no title is a blind need of others: nothing that one could choose knowingly.
      return items.filter(item => item.title).map(item => ({ id: item.id, title: item.title!, owner: item.organisationName ?? '' }))
    },
  }
}

/** The value once it has stood still for a moment. */
