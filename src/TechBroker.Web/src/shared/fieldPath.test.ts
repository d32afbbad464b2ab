import { expect, it } from 'vitest'
import { fieldOf, fieldPath } from './fieldPath'

it.each([
  ['title', ['title']],
  ['ip[0].number', ['ip', 0, 'number']],
  ['askingPrice.minorUnits', ['askingPrice', 'minorUnits']],
])('%s leads to its field', (name, path) => expect(fieldPath(name)).toEqual(path))

it.each([
  ['an input of its own', 'ip[0].number', ['ip', 0, 'number']],
  ['the input for the whole amount', 'askingPrice.minorUnits', ['askingPrice']],
  ['the input for the whole list', 'keywords[3]', ['keywords']],
  ['no input', 'language', undefined],
])('an error finds %s', (_, name, field) =>
  expect(fieldOf(fieldPath(name), [['ip'], ['ip', 0, 'number'], ['askingPrice'], ['keywords'], []])).toEqual(field))
