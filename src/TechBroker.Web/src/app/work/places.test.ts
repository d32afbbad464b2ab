import { expect, it } from 'vitest'
import { placesFor, tabsFor } from './places'

const first = (roles: string[]) => placesFor(roles)[0]!.places[0]!.to

it('each role begins with its own work', () => {
  expect([['manager'], ['organiser'], ['provider'], ['seeker'], ['admin']].map(first)).toEqual(
    ['/work/day', '/work/statistics', '/work/listings', '/work/needs', '/work/statistics'])
})

it('nobody is shown what belongs to others', () => {
  const seen = placesFor(['provider']).flatMap(group => group.places.map(place => place.to))
  expect(seen).toContain('/work/listings')
  expect(seen).not.toContain('/work/needs')
  expect(seen).not.toContain('/work/audit')
})

it('a phone has at most four at the bottom', () => {
  expect(tabsFor(['manager', 'organiser', 'provider', 'seeker']).length).toBe(4)
  expect(tabsFor(['provider']).map(place => place.to)).toEqual(['/work/listings', '/work/engagements', '/work/deals'])
})
