import { keepPreviousData, useInfiniteQuery, type QueryKey } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Page } from '../api/client'

export interface CursorPages<T> {
  items: T[]
  isPending: boolean
  /** Shown are the items of the question before, until the answer is here. */
  isStale: boolean
  error: Error | null
  retry: () => void
  hasMore: boolean
  isLoadingMore: boolean
  loadMore: () => void
}

/** A list that the API hands out page by page (`next`, `?cursor=`), as one that grows. */
export function useCursorPages<T>(list: {
  queryKey: QueryKey
  page: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<T>>
}): CursorPages<T> {
  const query = useInfiniteQuery({
    queryKey: list.queryKey,
    queryFn: ({ pageParam, signal }) => list.page(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: last => last.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  const items = useMemo(() => query.data?.pages.flatMap(page => page.items) ?? [], [query.data])
  return {
    items,
    isPending: query.isPending,
    isStale: query.isPlaceholderData,
    error: query.error,
    retry: () => void query.refetch(),
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
  }
}
