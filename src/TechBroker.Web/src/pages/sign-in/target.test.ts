import { expect, it } from 'vitest'
import { targetOf } from './target'

it.each([
  ['to=%2Flistings%3Fq%3Da', '/listings?q=a'],
  ['', '/work'],
  ['to=https%3A%2F%2Fevil.example', '/work'],
  ['to=%2F%2Fevil.example', '/work'],
  ['to=%2F%5Cevil.example', '/work'],
  ['to=%2F%09%2Fevil.example', '/work'],
])('%s leads to %s', (params, target) => expect(targetOf(new URLSearchParams(params))).toBe(target))
