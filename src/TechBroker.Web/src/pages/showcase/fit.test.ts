import { expect, it } from 'vitest'
import { fitted, isTooSmall } from './fit'

it('a picture of reasonable size goes as it is', () => {
  expect(fitted({ width: 1200, height: 800 }, 400_000, 'image/jpeg')).toBeNull()
})

it('a photo of a phone becomes smaller and keeps its shape', () => {
  expect(fitted({ width: 4000, height: 3000 }, 3_000_000, 'image/jpeg')).toEqual({ width: 2400, height: 1800 })
  expect(fitted({ width: 3000, height: 9000 }, 900_000, 'image/png')).toEqual({ width: 800, height: 2400 })
})

it('a heavy file, or one that the API does not take, is drawn anew in its own size', () => {
  expect(fitted({ width: 1200, height: 800 }, 2_000_000, 'image/png')).toEqual({ width: 1200, height: 800 })
  expect(fitted({ width: 1200, height: 800 }, 100_000, 'image/gif')).toEqual({ width: 1200, height: 800 })
})

it('what is too small is told by its shorter side', () => {
  expect(isTooSmall({ width: 239, height: 2000 })).toBe(true)
  expect(isTooSmall({ width: 240, height: 240 })).toBe(false)
})
