import { queryOptions } from '@tanstack/react-query'
import { api, bodyOf, type Schema } from '../../api/client'

export type Deal = Schema['DealBody']
export type LedgerLine = Schema['DealLineBody']
export type DealEntry = Schema['DealEntryBody']
export type Evidence = Schema['EvidenceBody']
export type NewDeal = Schema['PostDealBody']

export const dealQuery = (id: string) =>
  queryOptions({
    queryKey: ['deals', id],
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/deals/{id}', { params: { path: { id } }, signal })),
  })

export const ledgerQuery = (id: string) =>
  queryOptions({
    queryKey: ['deals', id, 'ledger'],
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/deals/{id}/ledger', { params: { path: { id } }, signal })),
  })

export const dealLogQuery = (id: string) =>
  queryOptions({
    queryKey: ['deals', id, 'log'],
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/deals/{id}/log', { params: { path: { id } }, signal })),
  })

export const evidenceQuery = (id: string) =>
  queryOptions({
    queryKey: ['deals', id, 'evidence'],
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/deals/{id}/evidence', { params: { path: { id } }, signal })),
  })

export const filterNames = ['state', 'type', 'manager', 'from', 'to'] as const

export type DealFilter = Partial<Record<(typeof filterNames)[number], string>>

export const dealPages = (filter: DealFilter) => ({
  queryKey: ['deals', 'list', filter] as const,
  page: (cursor: string | undefined, signal: AbortSignal) => bodyOf(api.GET('/api/v1/deals', { params: { query: { ...filter, limit: '20', cursor } }, signal })),
})
