import type { Engagement } from './queries'

export interface Deadline {
  kind: 'acceptBy' | 'publicity'
  at: string
  overdue: boolean
}

/** By when something has to happen: the manager's answer, or the first day on which the contract may be signed. */
export function deadlineOf(engagement: Engagement, now: Date): Deadline | undefined {
  if (engagement.acceptBy && engagement.state !== 'closed') {
    return { kind: 'acceptBy', at: engagement.acceptBy, overdue: new Date(engagement.acceptBy) < now }
  }
  return engagement.state === 'publicity' && engagement.publicityUntil ? { kind: 'publicity', at: engagement.publicityUntil, overdue: false } : undefined
}

const dayLength = 86_400_000

/** Whole days since anything was done. */
export function idleDays(engagement: Engagement, now: Date) {
  return Math.max(0, Math.floor((now.getTime() - new Date(engagement.updatedAt).getTime()) / dayLength))
}
