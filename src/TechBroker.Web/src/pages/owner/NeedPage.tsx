import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { needQuery } from '../../api/queries'
import { ItemTrouble } from '../../shared/ItemTrouble'
import { PageSkeleton } from '../../shared/PageSkeleton'
import { useTitle } from '../../shared/useTitle'
import { OwnItem } from './OwnItem'
import { useTitleOf } from './useTitleOf'

export function Component() {
  const titleOf = useTitleOf()
  const { data, error, refetch } = useQuery(needQuery(useParams().id!))
  useTitle(data ? titleOf(data) : undefined)
  return data ? <OwnItem key={data.id} kind="needs" item={data} />
    : error ? <ItemTrouble problem={error} retry={() => void refetch()} list="/work/needs" />
    : <PageSkeleton />
}
