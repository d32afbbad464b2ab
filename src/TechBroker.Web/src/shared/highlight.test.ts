import { describe, expect, it } from 'vitest'
import { bestText, excerpt, highlight } from './highlight'

const marked = (text: string, question: string) => highlight(text, question).filter(piece => piece.hit).map(piece => piece.text)

describe('highlight', () => {
  it('marks runs of two and more Chinese characters', () => {
    expect(marked('原位固化准固态电池电芯工艺', '电池不容易起火的电芯')).toEqual(['电池电芯'])
    expect(marked('电子与池塘', '电池')).toEqual([])
  })

  it('marks Latin words from their beginning, in any case', () => {
    expect(marked('LiDAR and solar', 'lidar AR')).toEqual(['LiDAR'])
  })

  it('parts Latin from Chinese', () => {
    expect(marked('采用CAR-T疗法', 'CAR疗法')).toEqual(['CAR', '疗法'])
  })

  it('leaves the text as it is', () => {
    const text = '面向边缘视觉的 AI 芯片 <b>'
    expect(highlight(text, '视觉 AI').map(piece => piece.text).join('')).toBe(text)
    expect(highlight(text, undefined)).toEqual([{ text, hit: false }])
  })
})

describe('excerpt', () => {
  it('begins near the first hit', () => {
    const text = `${'甲'.repeat(200)}电池${'乙'.repeat(200)}`
    expect(excerpt(text, '电池', 40)).toContain('电池')
    expect(excerpt(text, undefined, 40)).toBe(`${'甲'.repeat(40)}…`)
  })
})

describe('bestText', () => {
  it('is the one with a hit, or else the first', () => {
    expect(bestText([null, '摘要', '正文有电池'], '电池')).toBe('正文有电池')
    expect(bestText(['摘要', '正文'], '电池')).toBe('摘要')
    expect(bestText([undefined, ''], '电池')).toBeUndefined()
  })
})
