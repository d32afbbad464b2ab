import { queryOptions } from '@tanstack/react-query'
import { api, bodyOf, type Schema } from '../../../api/client'
import { send } from '../../../api/transport'
import type { Period } from './periods'

export const kinds = ['signed', 'registered', 'paid'] as const
export type Kind = (typeof kinds)[number]
export type Days = Pick<Period, 'from' | 'to'>

const days = ({ from, to }: Days): Days => ({ from, to })

export const contractsQuery = (period: Days, kind: Kind, groupBy?: string) => {
  const query = { ...days(period), kind, ...(groupBy ? { groupBy } : {}) }
  return queryOptions({
    queryKey: ['statistics', 'contracts', query],
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/statistics/contracts', { params: { query }, signal })),
  })
}

export type FlowLevel = 'province' | 'city'

export const flowQuery = (period: Days, kind: Kind, level: FlowLevel) => {
  const query = { ...days(period), kind, level }
  return queryOptions({
    queryKey: ['statistics', 'region-flow', query],
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/statistics/region-flow', { params: { query }, signal })),
  })
}

export const funnelQuery = (period: Days) => queryOptions({
  queryKey: ['statistics', 'funnel', days(period)],
  queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/statistics/funnel', { params: { query: days(period) }, signal })),
})

export const managersQuery = (period: Days) => queryOptions({
  queryKey: ['statistics', 'managers', days(period)],
  queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/statistics/managers', { params: { query: days(period) }, signal })),
})

export const supplyQuery = queryOptions({
  queryKey: ['statistics', 'market'],
  queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/statistics/market', { signal })),
})

export type InvestmentGroup = 'region' | 'industry' | 'month'

export const investmentsQuery = (period: Days, groupBy: InvestmentGroup) => {
  const query = { ...days(period), groupBy }
  return queryOptions({
    queryKey: ['statistics', 'investments', query],
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/statistics/investments', { params: { query }, signal })),
  })
}

/** The lines behind a figure, by the address that the figure itself names. */
export const linePages = (lines: string) => ({
  queryKey: ['statistics', 'lines', lines] as const,
  page: async (cursor: string | undefined, signal: AbortSignal) => {
    const address = new URL(lines, location.origin)
    address.searchParams.set('limit', '100')
    if (cursor) {
      address.searchParams.set('cursor', cursor)
    }
    return (await (await send(new Request(address, { signal }))).json()) as Schema['PageOfContractLineBody']
  },
})

/** The file of the figures that a query shows. */
export function csvOf(path: string, query: Record<string, string>) {
  return `/api/v1/statistics/${path}?${new URLSearchParams({ ...query, format: 'csv' })}`
}
