import { expect, it } from 'vitest'
import { nameOf } from './saveFile'

it.each([
  [`attachment; filename="=?utf-8?B?5a?="; filename*=UTF-8''%E7%AD%BE%E7%BA%A6%E6%B8%85%E5%8D%95.csv`, '签约清单.csv'],
  ['attachment; filename=contracts.csv', 'contracts.csv'],
  ['attachment; filename="a b.csv"; size=3', 'a b.csv'],
  [null, undefined],
])('%s names %s', (disposition, name) => expect(nameOf(disposition)).toBe(name))
