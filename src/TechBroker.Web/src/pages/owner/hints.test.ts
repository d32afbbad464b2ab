import { expect, it } from 'vitest'
import { hintsOf } from './hints'
import type { Item } from './items'

const bare = { id: '1', state: 'published', title: 'x', description: '短', fields: [], keywords: [], cooperationModes: [] } as unknown as Item
const full = { ...bare, summary: 's', description: '说明'.repeat(40), fields: ['f'], keywords: ['k'], trl: 5 } as Item

it('what is missing is told, the most useful first', () => {
  expect(hintsOf('listings', bare)).toEqual(['summary', 'description', 'fields', 'trl', 'keywords'])
  expect(hintsOf('needs', bare)).toEqual(['description', 'fields', 'keywords'])
  expect(hintsOf('listings', full)).toEqual([])
})

it('nothing is asked of what has left the market', () => {
  expect(hintsOf('listings', { ...bare, state: 'withdrawn' })).toEqual([])
  expect(hintsOf('needs', { ...bare, mergedInto: '2' })).toEqual([])
})
