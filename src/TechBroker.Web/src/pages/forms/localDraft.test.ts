import { beforeEach, expect, it, vi } from 'vitest'
import { draftName, readDraft, writeDraft } from './localDraft'

beforeEach(() => {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
    removeItem: (name: string) => kept.delete(name),
  })
})

const draft = { savedAt: '2026-11-22T00:00:00Z', values: { title: 't' }, step: 2, base: null }
const now = Date.parse('2026-11-23T00:00:00Z')

it('what was typed is found again by the same account for the same item only', () => {
  writeDraft(draftName('me', 'need', undefined), draft)
  expect(readDraft(draftName('me', 'need', undefined), now)).toEqual(draft)
  expect(readDraft(draftName('you', 'need', undefined), now)).toBeNull()
  expect(readDraft(draftName('me', 'need', '7'), now)).toBeNull()
  expect(readDraft(draftName('me', 'listing', undefined), now)).toBeNull()
})

it('is forgotten after a month, and where it cannot be read', () => {
  writeDraft('a', draft)
  expect(readDraft('a', Date.parse('2027-01-22T00:00:00Z'))).toBeNull()
  expect(readDraft('a', now)).toBeNull()
  localStorage.setItem('techbroker.b', '{"values":')
  expect(readDraft('b', now)).toBeNull()
})
