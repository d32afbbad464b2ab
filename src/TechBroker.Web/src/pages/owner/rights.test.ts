import { expect, it } from 'vitest'
import type { Me } from '../../api/client'
import { rightsOf } from './rights'

const person = (roles: string[], more: Partial<Me> = {}): Me => ({
  id: '1', email: '', displayName: '', roles, approver: false, secondFactor: false, matchingObjected: false, signedInBy: 'browser', ...more,
})
const university = { id: 'u', revision: 1, name: 'U', kind: 'university', regionCode: '110000', approvesListings: true, createdAt: '', updatedAt: '' }

it('one changes what is of one\'s own organisation', () => {
  const me = person(['provider'], { organisation: university })
  expect(rightsOf(me, 'listings', { organisationId: 'u' })).toEqual({ change: 'yes', approval: { asked: true, byMe: false }, own: true })
  expect(rightsOf(me, 'listings', { organisationId: 'v' }).change).toBe('no')
  expect(rightsOf(me, 'needs', { organisationId: 'u' }).change).toBe('no')
})

it('its approver approves', () => {
  expect(rightsOf(person(['provider'], { organisation: university, approver: true }), 'listings', { organisationId: 'u' }).approval.byMe).toBe(true)
})

it('the centre changes everything, a manager perhaps, and neither is a side', () => {
  expect(rightsOf(person(['organiser']), 'listings', { organisationId: 'u' })).toEqual({ change: 'yes', approval: { asked: false, byMe: false }, own: false })
  expect(rightsOf(person(['manager']), 'needs', { organisationId: null })).toEqual({ change: 'perhaps', approval: { asked: false, byMe: false }, own: false })
})

it('what belongs to no organisation and can be opened for change is its poster\'s', () => {
  expect(rightsOf(person(['seeker']), 'needs', { organisationId: null }).own).toBe(true)
})
