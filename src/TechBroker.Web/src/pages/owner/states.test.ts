import { describe, expect, it } from 'vitest'
import { actionsOf, callOf, isState, mayEdit, undoOf } from './states'

const free = { asked: false, byMe: false }
const approver = { asked: true, byMe: true }
const colleague = { asked: true, byMe: false }

describe('steps of a listing', () => {
  it('lead to the market at once where nobody approves', () => {
    expect(actionsOf('listings', { state: 'draft' }, free)).toEqual(['publish', 'withdraw'])
    expect(actionsOf('listings', { state: 'expired' }, free)).toEqual(['renew', 'withdraw'])
  })

  it('lead to the approver where somebody does', () => {
    expect(actionsOf('listings', { state: 'draft' }, colleague)).toEqual(['submit', 'withdraw'])
    expect(actionsOf('listings', { state: 'suspended' }, colleague)).toEqual(['submit', 'withdraw'])
    expect(actionsOf('listings', { state: 'submitted' }, colleague)).toEqual(['withdraw'])
    expect(actionsOf('listings', { state: 'submitted' }, approver)).toEqual(['approve', 'return', 'withdraw'])
  })

  it('end with the market', () => {
    expect(actionsOf('listings', { state: 'withdrawn' }, free)).toEqual([])
    expect(actionsOf('listings', { state: 'transferred' }, approver)).toEqual([])
    expect(actionsOf('listings', { state: 'published', mergedInto: 'x' }, free)).toEqual(['withdraw'])
  })

  it('several are one call', () => {
    expect([callOf('renew'), callOf('approve'), callOf('resume'), callOf('suspend')]).toEqual(['publish', 'publish', 'publish', 'suspend'])
  })
})

it('a need is published, renewed and withdrawn, never suspended', () => {
  expect(actionsOf('needs', { state: 'published' }, free)).toEqual(['withdraw'])
  expect(actionsOf('needs', { state: 'expired' }, free)).toEqual(['renew', 'withdraw'])
  expect(actionsOf('needs', { state: 'satisfied' }, free)).toEqual([])
})

it('what was approved is not changed on the market by others than the approver', () => {
  expect(mayEdit('listings', { state: 'published' }, colleague)).toBe(false)
  expect(mayEdit('listings', { state: 'published' }, approver)).toBe(true)
  expect(mayEdit('listings', { state: 'suspended' }, colleague)).toBe(true)
  expect(mayEdit('needs', { state: 'published' }, colleague)).toBe(true)
  expect(mayEdit('needs', { state: 'withdrawn' }, free)).toBe(false)
})

it('there is a way back where the API has one', () => {
  expect(undoOf('listings', 'publish', free)).toBe('suspend')
  expect(undoOf('listings', 'suspend', free)).toBe('resume')
  expect(undoOf('listings', 'suspend', colleague)).toBe(null)
  expect(undoOf('listings', 'withdraw', free)).toBe(null)
  expect(undoOf('needs', 'publish', free)).toBe(null)
})

it('an address may ask for states of the kind only', () => {
  expect(isState('listings', 'suspended')).toBe(true)
  expect(isState('needs', 'suspended')).toBe(false)
  expect(isState('needs', null)).toBe(false)
})
