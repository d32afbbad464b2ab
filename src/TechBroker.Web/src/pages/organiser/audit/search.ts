import dayjs from 'dayjs'

export const auditFields = ['from', 'to', 'actorId', 'action', 'subject', 'subjectId'] as const
export type AuditSearch = Partial<Record<(typeof auditFields)[number], string>>

/** What the address asks for. */
export function searchOf(params: URLSearchParams): AuditSearch {
  return Object.fromEntries(auditFields.flatMap(name => {
    const value = params.get(name)?.trim()
    return value ? [[name, value]] : []
  }))
}

/** As the API wants it: days are those of the reader's own clock, and the last one counts in full. */
export function queryOf(search: AuditSearch): AuditSearch {
  const { from, to, ...others } = search
  return {
    ...others,
    ...(from ? { from: dayjs(from).startOf('day').toISOString() } : {}),
    ...(to ? { to: dayjs(to).add(1, 'day').startOf('day').toISOString() } : {}),
  }
}
