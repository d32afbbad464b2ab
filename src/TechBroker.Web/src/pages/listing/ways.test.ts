import { expect, it } from 'vitest'
import { wayOf } from './ways'

const mine = { id: 'mine' }

it.each([
  ['listing', 'other', ['seeker'], 'interest'],
  ['listing', 'other', ['provider'], 'otherSide'],
  ['listing', 'mine', ['provider', 'seeker'], 'own'],
  ['need', 'other', ['provider'], 'interest'],
  ['need', null, ['provider'], 'interest'],
  ['need', 'other', ['seeker'], 'otherSide'],
  ['need', 'other', ['manager'], 'pair'],
  ['listing', 'mine', ['provider', 'manager'], 'pair'],
  ['listing', 'other', ['organiser'], 'pair'],
] as const)('a %s of %s is for %s to: %s', (kind, organisationId, roles, way) =>
  expect(wayOf(kind, { organisationId }, { roles, organisation: mine })).toBe(way))

it('who belongs to nobody has nothing of their own here', () => expect(wayOf('need', { organisationId: null }, { roles: ['provider'], organisation: null })).toBe('interest'))
