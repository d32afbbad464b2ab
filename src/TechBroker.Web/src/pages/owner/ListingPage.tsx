import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { listingQuery } from '../../api/queries'
import { ItemTrouble } from '../../shared/ItemTrouble'
import { PageSkeleton } from '../../shared/PageSkeleton'
import { useTitle } from '../../shared/useTitle'
import { OwnItem } from './OwnItem'

export function Component() {
  const { data, error, refetch } = useQuery(listingQuery(useParams().id!))
  useTitle(data?.title)
  return data ? <OwnItem key={data.id} kind="listings" item={data} />
    : error ? <ItemTrouble problem={error} retry={() => void refetch()} list="/work/listings" />
    : <PageSkeleton />
}
