import type { Schema } from '../../../api/client'
import { idempotencyKey } from '../../../api/client'

export type Visibility = 'open' | 'blind' | 'private'

/** What a manager notes on the floor. */
export interface Note {
  listing: { id: string; title?: string }
  text: string
  visibility: Visibility
  /** One of the registered organisations, whose need it becomes. */
  organisation?: { id: string; name: string }
  /** Whoever is not registered yet goes into the note, which the centre alone reads. */
  who?: string
  regionCode?: string
}

/** A match that was logged here, until the server has it. `done` ones stay for a while to be looked up. */
export interface Entry {
  id: string
  account: string
  at: number
  note: Note
  /** What is sent, word for word: a key goes with one body, whatever becomes of language or program meanwhile. */
  need: Schema['PostNeedBody']
  remark: string
  /** Made when "done" was pressed: however often a step is sent, the server does it once. */
  keys: { need: string; engagement: string }
  state: 'waiting' | 'refused' | 'done'
  /** Since when the server may have got something that it did not confirm. */
  sentSince?: number
  needId?: string
  engagementId?: string
  /** Why the server said no, in its words. */
  reason?: string
}

export interface Words {
  logged: string
  who: string
}

export function newEntry(account: string, note: Note, words: Words, now = Date.now()): Entry {
  return {
    id: idempotencyKey(),
    account,
    at: now,
    note,
    need: needBody(note),
    remark: remarkOf(note, words),
    keys: { need: idempotencyKey(), engagement: idempotencyKey() },
    state: 'waiting',
  }
}

/** A refused one after it was changed: what is done stays done, the rest are new requests. */
export function mended(entry: Entry, note: Note, words: Words): Entry {
  const { id, account, at, needId } = entry
  const fresh = newEntry(account, needId ? { ...entry.note, listing: note.listing } : note, words, at)
  return needId ? { ...fresh, id, needId, need: entry.need, keys: { ...fresh.keys, need: entry.keys.need } } : { ...fresh, id }
}

const longestTitle = 60

/** The first sentence; of a long one its beginning. */
export function titleOf(text: string): string {
  const plain = text.trim().replace(/\s+/g, ' ')
  const end = plain.search(/[。！？!?；;]|\.\s/)
  const first = (end > 0 ? plain.slice(0, end) : plain).trim()
  const letters = [...first]
  return letters.length > longestTitle ? `${letters.slice(0, longestTitle - 1).join('')}…` : first
}

/** Open to matching at once: an engagement is logged with a need on the market only. */
export function needBody({ text, visibility, organisation, regionCode }: Note): Schema['PostNeedBody'] {
  return { title: titleOf(text), description: text.trim(), visibility, organisationId: organisation?.id, regionCode, publish: true }
}

/** Read by the centre alone. */
export function remarkOf({ who }: Note, words: Words): string {
  return who ? `${words.logged}\n${words.who}${who}` : words.logged
}
