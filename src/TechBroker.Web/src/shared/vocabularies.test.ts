import { expect, it } from 'vitest'
import { treeOf } from './vocabularies'

it('terms become a tree by their parents', () => {
  const terms = [
    { code: '110000', zh: '北京市', en: 'Beijing' },
    { code: '110108', zh: '海淀区', en: 'Haidian District', parent: '110000' },
    { code: '120000', zh: '天津市', en: 'Tianjin' },
  ]
  expect(treeOf(terms, term => term.zh)).toEqual([
    { value: '110000', title: '北京市', children: [{ value: '110108', title: '海淀区' }] },
    { value: '120000', title: '天津市' },
  ])
})
