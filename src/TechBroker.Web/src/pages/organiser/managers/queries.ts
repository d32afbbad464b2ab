import { queryOptions } from '@tanstack/react-query'
import { api, bodyOf } from '../../../api/client'

export interface ManagerFilter {
  level?: string
  field?: string
  region?: string
  onDuty?: string
}

export const managerPages = (filter: ManagerFilter) => ({
  queryKey: ['managers', 'list', filter] as const,
  page: (cursor: string | undefined, signal: AbortSignal) => bodyOf(api.GET('/api/v1/managers', { params: { query: { ...filter, limit: '50', cursor } }, signal })),
})

export const managerQuery = (id: string) => queryOptions({
  queryKey: ['managers', id],
  queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/managers/{id}', { params: { path: { id } }, signal })),
})

/** Those whose names a roster needs. */
export const everyManagerQuery = queryOptions({
  queryKey: ['managers', 'all'],
  queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/managers', { params: { query: { limit: '200' } }, signal })),
})

export const rosterQuery = (from: string, to: string) => queryOptions({
  queryKey: ['managers', 'roster', from, to],
  queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/roster', { params: { query: { from, to } }, signal })),
})

export const shiftsQuery = (id: string) => queryOptions({
  queryKey: ['managers', id, 'shifts'],
  queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/managers/{id}/shifts', { params: { path: { id } }, signal })),
})

export const absencesQuery = (id: string) => queryOptions({
  queryKey: ['managers', id, 'absences'],
  queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/managers/{id}/absences', { params: { path: { id } }, signal })),
})
