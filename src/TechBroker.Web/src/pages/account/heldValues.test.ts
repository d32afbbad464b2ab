import { expect, it } from 'vitest'
import { valuesOf } from './heldValues'

it('keeps the order and leaves out what has no value', () =>
  expect(valuesOf({ b: 'x', none: null, a: true, empty: [], nothing: {} })).toEqual([['b', { kind: 'text', text: 'x' }], ['a', { kind: 'yesNo', yes: true }]]))

it.each([
  ['2026-11-22T06:30:00.123+00:00', 'time'],
  ['2026-11-22', 'day'],
  ['0c6d3a49-9f0c-4a57-8c80-3c9f1c5f6a10', 'id'],
  ['2026 was good', 'text'],
  [12, 'text'],
  [{ a: 1 }, 'code'],
  [['a', 'b'], 'list'],
  [[{ a: 1 }], 'code'],
])('%j is shown as %s', (raw, kind) => expect(valuesOf({ it: raw })[0]![1].kind).toBe(kind))

it('what is no object has none', () => expect(valuesOf('x')).toEqual([]))
