import { expect, it } from 'vitest'
import { partsOf, untold } from './why'

const reason = (scorer: string, score: number) => ({ scorer, score, text: '', terms: [] })

it('the parts add up to the score that is shown', () => {
  const { parts, total } = partsOf(0.678, [reason('text', 0.4049), reason('field', 0.2249), reason('region', 0.0482)])
  expect(total).toBe(68)
  expect(parts.reduce((sum, part) => sum + part.points, 0)).toBe(68)
  expect(parts[0]!.scorer).toBe('text')
})

it('a reason against is taken off', () => {
  const { parts, total } = partsOf(0.3, [reason('text', 0.41), reason('price', -0.11)])
  expect(total).toBe(30)
  expect(parts.map(part => part.points)).toEqual([41, -11])
})

it('what the sentence says is not said again', () => {
  expect(untold('都涉及低负荷', ['低负荷', '隔膜', '隔膜'])).toEqual(['隔膜'])
})
