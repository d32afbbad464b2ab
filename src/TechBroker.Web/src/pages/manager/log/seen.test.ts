import { expect, it } from 'vitest'
import { among, merged } from './seen'

const cell = { id: '1', title: '固态电池 Solid-state cell' }
const chip = { id: '2', title: '边缘视觉芯片' }

it('finds a title by its words', () => {
  expect(among([cell, chip], '电池', 8)).toEqual([cell])
  expect(among([cell, chip], 'solid 固态', 8)).toEqual([cell])
  expect(among([cell, chip], '  ', 8)).toEqual([])
  expect(among([cell, chip], '电机', 8)).toEqual([])
})

it('keeps each once, the newest first, and not too many', () => {
  expect(merged([cell, chip], [{ id: '2', title: '视觉芯片二代' }])).toEqual([{ id: '2', title: '视觉芯片二代' }, cell])
  expect(merged([cell], Array.from({ length: 300 }, (_, i) => ({ id: `n${i}`, title: '' }))).length).toBe(200)
})
