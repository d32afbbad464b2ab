import { describe, expect, it } from 'vitest'
import { giveaways } from './giveaways'

const words = (text: string, name?: string, creditCode?: string) => giveaways(text, { name, creditCode }).map(({ from, to }) => text.slice(from, to))

describe('a blind summary gives its owner away by', () => {
  it.each([
    ['the whole name', '北京星河储能科技有限公司寻求电解液', '北京星河储能科技有限公司'],
    ['the name without its form', '北京星河储能科技寻求电解液', '北京星河储能科技'],
    ['its core', '我们星河储能在找电解液', '星河储能'],
  ])('%s', (_, text, part) => expect(words(text, '北京星河储能科技有限公司')).toEqual([part]))

  it('an English name, in any case', () => expect(words('ACME batteries wants an electrolyte', 'Acme Batteries Co., Ltd.')).toEqual(['ACME batteries']))

  it('credit code, mail, web site and telephone', () => {
    expect(words('91350200MA2YJ1XR9G', undefined, '91350200MA2YJ1XR9G')).toHaveLength(1)
    expect(words('联系 a.b@example.com 或 13812345678、www.example.com，010-12345678')).toEqual(['a.b@example.com', '13812345678', 'www.example.com', '010-12345678'])
  })

  it('nothing that many share', () => {
    expect(words('某北京科技企业寻求储能技术，循环 10000 次，能量密度 350 Wh/kg', '北京星河储能科技有限公司')).toEqual([])
    expect(words('与大学合作，科技攻关', '北京科技大学')).toEqual([])
    expect(words('', undefined)).toEqual([])
  })
})
