import type { Entry, Note, Visibility } from '../outbox/entry'
import type { Picked } from './ListingPick'

export interface LogForm {
  listing?: Picked
  text?: string
  visibility: Visibility
  who?: string
  regionCode?: string
}

/** A name that is registered makes the need that organisation's; any other goes into the note. */
export function noteOf({ listing, text, visibility, who, regionCode }: LogForm, organisations: readonly { id: string; name: string }[]): Note {
  const name = who?.trim() || undefined
  const known = organisations.find(organisation => organisation.name === name)
  return {
    listing: { id: listing?.id ?? '', title: listing?.title },
    text: (text ?? '').trim(),
    visibility,
    organisation: known && { id: known.id, name: known.name },
    who: known ? undefined : name,
    regionCode: regionCode || undefined,
  }
}

/** The API would refuse it, but only after the need was posted. */
export function isOneParty(form: LogForm, organisations: readonly { id: string; name: string }[]): boolean {
  const { organisation } = noteOf(form, organisations)
  return organisation !== undefined && organisation.id === form.listing?.organisationId
}

/** A refused entry, or a draft as it was kept (whatever is in it), as the form shows it. */
export function formOf(from: Entry | string | null): LogForm {
  if (from === null || typeof from === 'string') {
    try {
      const draft: unknown = JSON.parse(from ?? '{}')
      return { visibility: 'blind', ...(typeof draft === 'object' ? (draft as Partial<LogForm>) : {}) }
    } catch {
      return { visibility: 'blind' }
    }
  }
  const { listing, text, visibility, organisation, who, regionCode } = from.note
  return { listing, text, visibility, who: organisation?.name ?? who, regionCode }
}
