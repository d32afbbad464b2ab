import { useQuery, type UseQueryOptions } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useLocation, useParams } from 'react-router'
import { useI18n } from '../../i18n'
import { ItemTrouble } from '../../shared/ItemTrouble'
import { LinkButton } from '../../shared/LinkButton'
import { Message } from '../../shared/Message'
import { PageSkeleton } from '../../shared/PageSkeleton'

/** Reads the item anew, because what is changed must be what stands there now, and shows its form. */
export function EditPage<Item extends { id: string; state: string; mergedInto?: string | null }>(props: {
  query: (id: string) => UseQueryOptions<Item, Error, Item, string[]>
  list: string
  /** States in which nothing is changed any more. */
  over: readonly string[]
  children: (item: Item, step: number | undefined) => ReactNode
}) {
  const { t } = useI18n()
  const id = useParams().id!
  const location = useLocation() as { state: { step?: number } | null }
  const { data, error, refetch, isFetchedAfterMount } = useQuery({ ...props.query(id), refetchOnMount: 'always' })
  if (error && !data) {
    return <ItemTrouble problem={error} retry={() => void refetch()} list={props.list} />
  }
  if (!data || !isFetchedAfterMount) {
    return <PageSkeleton />
  }
  if (props.over.includes(data.state) || data.mergedInto) {
    return (
      <Message title={t('forms.over.title')} text={t('forms.over.text')}>
        <LinkButton to={`${props.list}/${id}`} type="primary">{t('forms.over.open')}</LinkButton>
      </Message>
    )
  }
  return props.children(data, location.state?.step)
}
