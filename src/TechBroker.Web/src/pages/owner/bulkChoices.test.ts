import { expect, it } from 'vitest'
import { bulkChoices } from './bulkChoices'
import type { Item } from './items'
import type { Rights } from './rights'

const items = [{ id: 'a', state: 'draft' }, { id: 'b', state: 'published' }, { id: 'c', state: 'submitted' }, { id: 'd', state: 'withdrawn' }] as Item[]
const mine: Rights = { change: 'yes', approval: { asked: true, byMe: true }, own: true }
const idsBy = (rights: Rights) => Object.fromEntries(bulkChoices('listings', items, () => rights).map(choice => [choice.action, choice.items.map(item => item.id)]))

it('each step names those that can take it; nothing is approved unread', () => {
  expect(idsBy(mine)).toEqual({ publish: ['a'], suspend: ['b'], withdraw: ['a', 'b', 'c'] })
})

it('where somebody else approves, the draft is submitted', () => {
  expect(idsBy({ ...mine, approval: { asked: true, byMe: false } })).toMatchObject({ submit: ['a'] })
})

it('what is not one\'s own takes no step', () => {
  expect(idsBy({ ...mine, change: 'no' })).toEqual({ withdraw: [] })
})
