import type { UseQueryResult } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { Trouble } from '../../../shared/Trouble'

/** What was read, or that it is on its way, or what went wrong. */
export function Loaded<T>({ query, children }: { query: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  if (query.error) {
    return <Trouble problem={query.error} retry={() => void query.refetch()} />
  }
  return query.data === undefined ? <div className="panel"><Skeleton active paragraph={{ rows: 8 }} /></div> : children(query.data)
}
