import { expect, it } from 'vitest'
import { listingIdOf } from './code'

const id = '0f8fad5b-d9cb-469f-a165-70867728950e'

it.each([
  `https://broker.example/listings/${id}`,
  `http://127.0.0.1:5080/listings/${id}?from=card`,
  `/work/listings/${id}`,
  ` ${id.toUpperCase()} `,
])('%s names a listing', text => expect(listingIdOf(text)).toBe(id))

it.each([
  `https://broker.example/needs/${id}`,
  'https://broker.example/listings/12',
  `javascript:/listings/${id}`,
  `https://pay.example/?to=/listings/${id}`,
  '电池',
])('%s names none', text => expect(listingIdOf(text)).toBeUndefined())
