import { states } from './states'
import type { EngagementFilter } from './queries'

export interface View {
  view: 'board' | 'list'
  filter: EngagementFilter
}

/** What the address says. Without a word the board is for those who run engagements, on a screen that is wide enough for it. */
export function viewOf(params: URLSearchParams, usual: View['view']): View {
  const view = params.get('view')
  const state = params.get('state')
  return {
    view: view === 'board' || view === 'list' ? view : usual,
    filter: {
      ...(state && (states as readonly string[]).includes(state) ? { state } : {}),
      ...(params.get('escalated') === 'true' ? { escalated: 'true' as const } : {}),
      ...(params.get('needsCover') === 'true' ? { needsCover: 'true' as const } : {}),
    },
  }
}

export function withParam(params: URLSearchParams, name: string, value: string | undefined): URLSearchParams {
  const next = new URLSearchParams(params)
  if (value === undefined) {
    next.delete(name)
  } else {
    next.set(name, value)
  }
  return next
}
