import { recall, remember } from '../../shared/remember'

/** What somebody typed and did not save: kept in this browser, so that neither a crash nor an expired session takes it away. */
export interface LocalDraft<Values, Body> {
  savedAt: string
  values: Values
  step: number
  /** What the item said when the typing began; null for a new one. */
  base: { revision: number; body: Body } | null
}

/** Each account has its own: colleagues share computers. */
export function draftName(accountId: string, kind: 'listing' | 'need', id: string | undefined) {
  return `${draftsOf(accountId)}${kind}.${id ?? 'new'}`
}

/** What the names of all drafts of an account begin with. */
export function draftsOf(accountId: string) {
  return `draft.${accountId}.`
}

const keptFor = 30 * 86_400_000

export function readDraft<Values, Body>(name: string, now = Date.now()): LocalDraft<Values, Body> | null {
  const text = recall(name)
  if (text === null) {
    return null
  }
  try {
    const draft = JSON.parse(text) as LocalDraft<Values, Body>
    if (typeof draft.values === 'object' && draft.values !== null && now - new Date(draft.savedAt).getTime() < keptFor) {
      return draft
    }
  } catch {
    // Another version of the pages wrote it, or half of it.
  }
  remember(name, null)
  return null
}

export function writeDraft<Values, Body>(name: string, draft: LocalDraft<Values, Body> | null) {
  remember(name, draft && JSON.stringify(draft))
}
