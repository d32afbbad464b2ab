import { describe, expect, it } from 'vitest'
import { leftoversOf, removeLeftovers } from './leftovers'

function storage(items: Record<string, string>): Storage {
  const map = new Map(Object.entries(items))
  return {
    get length() { return map.size },
    key: index => [...map.keys()][index] ?? null,
    getItem: name => map.get(name) ?? null,
    setItem: (name, value) => void map.set(name, value),
    removeItem: name => void map.delete(name),
    clear: () => map.clear(),
  }
}

const kept = {
  'techbroker.language': 'zh',
  'techbroker.draft.a.need.new': '{}',
  'techbroker.draft.a.listing.7': '{}',
  'techbroker.draft.a.log': '{}',
  'techbroker.draft.ab.need.new': '{}',
  'techbroker.outbox.a.1': '{"state":"waiting"}',
  'techbroker.outbox.a.2': '{"state":"done"}',
  'techbroker.outbox.a.3': 'half of',
  'techbroker.outbox.b.1': '{"state":"waiting"}',
}

describe('leftovers', () => {
  it('counts what the server does not have, of one account', () => {
    expect(leftoversOf('a', storage(kept))).toEqual({ drafts: 3, entries: 2 })
    expect(leftoversOf('c', storage(kept))).toEqual({ drafts: 0, entries: 0 })
    expect(leftoversOf('a', null)).toEqual({ drafts: 0, entries: 0 })
  })

  it('removes all of one account and nothing of others', () => {
    const shelf = storage(kept)
    removeLeftovers('a', shelf)
    expect(Array.from({ length: shelf.length }, (_, i) => shelf.key(i))).toEqual(['techbroker.language', 'techbroker.draft.ab.need.new', 'techbroker.outbox.b.1'])
  })
})
