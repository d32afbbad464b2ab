import { expect, it } from 'vitest'
import { weightiest } from './reasonParts'

const reason = (scorer: string, score: number) => ({ scorer, score, text: '', terms: [] })

it('what weighs most is kept, in its order, whether it speaks for the pair or against it', () => {
  const all = [reason('text', 0.5), reason('region', 0.001), reason('field', 0.03), reason('price', -0.05), reason('timing', 0)]
  expect(weightiest(all, 3).map(r => r.scorer)).toEqual(['text', 'field', 'price'])
})

it('a single one is not folded away', () => {
  expect(weightiest([reason('a', 1), reason('b', 0), reason('c', 0)], 2)).toHaveLength(3)
})
