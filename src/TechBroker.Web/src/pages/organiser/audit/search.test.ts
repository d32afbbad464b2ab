import { expect, it } from 'vitest'
import { actionName } from './names'
import { queryOf, searchOf } from './search'

it('an address asks for what it names and nothing else', () => {
  expect(searchOf(new URLSearchParams('action=listing.&subject=&page=3&actorId=%20x%20'))).toEqual({ action: 'listing.', actorId: 'x' })
})

it('the last day counts in full', () => {
  const { from, to, action } = queryOf({ from: '2026-11-01', to: '2026-11-01', action: 'signIn' })
  expect(Date.parse(to!) - Date.parse(from!)).toBe(24 * 3600 * 1000)
  expect(action).toBe('signIn')
})

it('an action has a name where both of its parts have one', () => {
  expect(actionName('listing.published')).toEqual({ zh: '成果 · 发布', en: 'Listing · published' })
  expect(actionName('signIn.refused')?.zh).toBe('登录 · 被拒')
  expect(actionName('listing.levitated')).toBeUndefined()
})
