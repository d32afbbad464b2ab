import { expect, it } from 'vitest'
import { pitchOf } from './pitch'

it('a pitch is read in one’s own language, else in the other', () => {
  expect(pitchOf({ pitchZh: '轻摘', pitchEn: 'Gently' }, 'zh')).toBe('轻摘')
  expect(pitchOf({ pitchZh: '轻摘', pitchEn: 'Gently' }, 'en')).toBe('Gently')
  expect(pitchOf({ pitchZh: ' ', pitchEn: 'Gently' }, 'zh')).toBe('Gently')
  expect(pitchOf({ pitchZh: '轻摘', pitchEn: null }, 'en')).toBe('轻摘')
  expect(pitchOf({}, 'en')).toBeUndefined()
})
