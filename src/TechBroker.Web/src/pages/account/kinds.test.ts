import { expect, it } from 'vitest'
import { kindGroups, kindsFor, kindsToKeep, kindText } from './kinds'

it('the sides are not offered what only the centre is told of', () => {
  expect(kindsFor(true)).toEqual(kindGroups)
  expect(kindsFor(false).flatMap(group => group.kinds.map(([code]) => code))).not.toContain('engagement.freeze')
})

it('each kind is offered once', () => {
  const codes = kindGroups.flatMap(group => group.kinds.map(([code]) => code))
  expect(new Set(codes).size).toBe(codes.length)
})

it('all is kept as null, a part in the order of the choice', () => {
  expect(kindsToKeep(['b', 'a'], ['a', 'b'])).toBeNull()
  expect(kindsToKeep(['c', 'a'], ['a', 'b', 'c'])).toEqual(['a', 'c'])
  expect(kindsToKeep([], ['a'])).toEqual([])
})

it('what is not known has no text', () => expect([kindText('engagement.log'), kindText('x')]).toEqual(['noticeKind.log', undefined]))
