import { expect, it } from 'vitest'
import { eventKinds, eventOf, keysOf, progressOf } from './events'

it('sets aside what each event concerns', () => {
  expect(keysOf({ kind: 'matchesScored', data: { side: 'need', itemId: 'n', revision: 2 } })).toEqual([['matches', 'need', 'n'], ['needs']])
  expect(keysOf({ kind: 'matchProposed', data: { matchId: 'm', listingId: 'l', needId: 'n' } })).toEqual([['matches', 'listing', 'l'], ['matches', 'need', 'n']])
  expect(keysOf({ kind: 'engagementChanged', data: { engagementId: 'e' } })).toEqual([['engagements'], ['managers']])
  expect(keysOf({ kind: 'listingChanged', data: { listingId: 'l' } })).toEqual([['listings']])
  expect(keysOf({ kind: 'notice', data: { noticeId: 'x' } })).toEqual([['notices']])
  expect(keysOf({ kind: 'resync', data: {} })).toBe('everything')
})

it('an import that is done has changed the market', () => {
  expect(keysOf({ kind: 'importProgress', data: { state: 'running' } })).toEqual([['imports']])
  expect(keysOf({ kind: 'importProgress', data: { state: 'done' } })).toContainEqual(['listings'])
})

it('knows every kind, and takes none for what it is not', () => {
  for (const kind of eventKinds) {
    expect(keysOf({ kind, data: {} })).toBeDefined()
  }
  expect(keysOf({ kind: 'matchesScored', data: { side: 'wonder' } })).toEqual([])
})

it('reads the progress of an import', () => {
  const data = { importId: 'i', state: 'running', processed: 40, rows: 100, rejected: 2 }
  expect(progressOf({ kind: 'importProgress', data })).toEqual({ id: 'i', state: 'running', processed: 40, rows: 100, rejected: 2 })
  expect(progressOf({ kind: 'importProgress', data: { ...data, rows: null } })?.rows).toBeNull()
  expect(progressOf({ kind: 'importProgress', data: { importId: 'i' } })).toBeUndefined()
  expect(progressOf({ kind: 'notice', data })).toBeUndefined()
})

it('a text that is no object is no event', () => {
  expect(eventOf('notice', '{"noticeId":"x"}')?.data.noticeId).toBe('x')
  expect(eventOf('notice', '<html>')).toBeUndefined()
  expect(eventOf('notice', '3')).toBeUndefined()
})
