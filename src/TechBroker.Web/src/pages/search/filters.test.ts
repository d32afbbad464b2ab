import { expect, it } from 'vitest'
import { chosenNames, readFilter, writeFilter } from './filters'

it('an address is read for what the search knows, and nothing else', () => {
  expect(readFilter(new URLSearchParams('q=%20电池%20&region=&minTrl=5&x=1'))).toEqual({ q: '电池', minTrl: '5' })
})

it('a change leaves the rest, and an empty one takes away', () => {
  const params = new URLSearchParams('q=a&region=110000')
  expect(writeFilter(params, { region: undefined, mode: 'licence' }).toString()).toBe('q=a&mode=licence')
  expect(params.toString()).toBe('q=a&region=110000')
})

it('words are no filter', () => {
  expect(chosenNames({ q: '电池', mode: 'licence', region: '110000' })).toEqual(['region', 'mode'])
  expect(chosenNames({ q: '电池' })).toEqual([])
})
