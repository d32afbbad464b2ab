import { expect, it } from 'vitest'
import { differences, same } from './threeWay'

const base = { title: 'a', summary: 's', trl: 4 as number | null, keywords: ['x'] }

it('tells what the other one changed and whether both did', () => {
  const found = differences(base, { ...base, title: 'mine' }, { ...base, title: 'theirs', trl: 6 })
  expect(found).toEqual([
    { name: 'title', mine: 'mine', theirs: 'theirs', both: true },
    { name: 'trl', mine: 4, theirs: 6, both: false },
  ])
})

it('passes over what I alone changed, and what both changed alike', () => {
  expect(differences(base, { ...base, title: 'b', summary: 't' }, { ...base, title: 'b' })).toEqual([])
})

it('takes nothing for the same as nothing', () => {
  expect(same(null, '')).toBe(true)
  expect(same([], undefined)).toBe(true)
  expect(same({ currency: 'CNY', minorUnits: 1 }, { minorUnits: 1, currency: 'CNY' })).toBe(true)
  expect(same({ type: 'patent', number: null }, { type: 'patent' })).toBe(true)
  expect(same(0, null)).toBe(false)
})
