import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { en as enFirst } from './en'
import { enWork } from './en-work'
import { fill } from './fill'
import { zh as zhFirst } from './zh'
import { zhWork } from './zh-work'

const zh = { ...zhFirst, ...zhWork }
const en = { ...enFirst, ...enWork }

const source = join(import.meta.dirname, '..')
const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter(name => /\.tsx?$/.test(name) && !/^i18n\/(zh|en)/.test(name) && !name.endsWith('.test.ts'))
  .map(name => readFileSync(join(source, name), 'utf8'))
  .join('\n')

describe('texts', () => {
  it('have one place each', () => {
    expect(Object.keys(zhFirst).filter(key => key in zhWork)).toEqual([])
  })

  it('are there in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort())
  })

  it.each(Object.entries({ ...zh }))('%s says something in both languages', key => {
    expect(zh[key as keyof typeof zh].trim()).not.toBe('')
    expect(en[key as keyof typeof en].trim()).not.toBe('')
  })

  it('have the same places in both languages', () => {
    const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort()
    for (const key of Object.keys(zh) as (keyof typeof zh)[]) {
      expect(places(en[key]), key).toEqual(places(zh[key]))
    }
  })

  it('are used by a page', () => {
    const unused = Object.keys(zh).filter(key => !code.includes(`'${key}'`) && !code.includes(`\`${key.slice(0, key.lastIndexOf('.') + 1)}\${`))
    expect(unused).toEqual([])
  })

  it('have no Chinese in the English ones', () => {
    expect(Object.entries(en).filter(([, text]) => /\p{Script=Han}/u.test(text))).toEqual([])
  })
})

describe('fill', () => {
  it('puts values into their places and leaves what has none', () => {
    expect(fill('{a} of {b}, {c}', { a: 1, b: 'two' })).toBe('1 of two, {c}')
  })
})
