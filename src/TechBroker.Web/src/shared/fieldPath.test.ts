import { expect, it } from 'vitest'
import { fieldPath } from './fieldPath'

it.each([
  ['title', ['title']],
  ['ip[0].number', ['ip', 0, 'number']],
  ['askingPrice.minorUnits', ['askingPrice', 'minorUnits']],
])('%s leads to its field', (name, path) => expect(fieldPath(name)).toEqual(path))
