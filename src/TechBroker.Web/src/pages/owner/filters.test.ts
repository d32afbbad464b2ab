import { expect, it } from 'vitest'
import type { Listing } from '../../api/client'
import { hasWords, readMine, writeMine } from './filters'

it('an address is read for what the list knows', () => {
  expect(readMine('listings', new URLSearchParams('state=suspended&q=%20电池&x=1'))).toEqual({ state: 'suspended', q: '电池', field: undefined })
  expect(readMine('needs', new URLSearchParams('state=suspended')).state).toBe(undefined)
})

it('a change leaves the rest', () => {
  expect(writeMine(new URLSearchParams('state=draft&q=a'), { q: undefined, field: 'f' }).toString()).toBe('state=draft&field=f')
})

it('every word has to stand somewhere, however it is written', () => {
  const item = { title: '固态ＢＡＴＴＥＲＹ电解质', summary: null, description: '低温下充电', keywords: ['锂'] } as unknown as Listing
  expect(hasWords(item, 'battery 低温')).toBe(true)
  expect(hasWords(item, 'battery 高温')).toBe(false)
  expect(hasWords(item, '锂')).toBe(true)
})
