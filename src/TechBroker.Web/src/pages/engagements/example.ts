import type { Engagement, Entry } from './queries'
import type { Viewer } from './steps'

/** For tests: an engagement as the API answers it, with what matters to the test. */
export function engagementLike(given: Partial<Engagement>): Engagement {
  return { id: 'e', revision: 1, state: 'proposed', frozen: false, createdAt: '2026-03-01T08:00:00Z', updatedAt: '2026-03-01T08:00:00Z', ...given }
}

export function entryLike(given: Partial<Entry>): Entry {
  return { seq: 1, at: '2026-03-02T08:00:00Z', action: 'log', ...given }
}

export const theManager: Viewer = { id: 'm', isStaff: true, isManager: true, isOrganiser: false }
export const theOrganiser: Viewer = { id: 'o', isStaff: true, isManager: false, isOrganiser: true }
export const theSide: Viewer = { id: 's', isStaff: false, isManager: false, isOrganiser: false }
