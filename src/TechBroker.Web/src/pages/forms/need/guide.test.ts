import { describe, expect, it } from 'vitest'
import { answersOf, compose, takeApart, type Answers } from './guide'

const answers: Answers = {
  problem: '冬天电池充不进电。\n\n客户抱怨很多。',
  tried: '加热膜，太费电。',
  figures: [
    { quantity: '能量密度', relation: 'least', value: '350', to: '', unit: 'Wh/kg' },
    { quantity: '充电温度', relation: 'range', value: '-30', to: '45', unit: '°C' },
  ],
  other: '',
}

describe('the description of the guided form', () => {
  it('has each figure on a line of its own, as matching reads it', () => {
    expect(compose(answers, 'zh')).toBe(
      '冬天电池充不进电。\n\n客户抱怨很多。\n\n已尝试的办法：\n加热膜，太费电。\n\n必须达到的指标：\n能量密度 ≥350 Wh/kg\n充电温度 -30~45 °C',
    )
  })

  it.each(['zh', 'en'] as const)('is taken apart again (%s)', language => {
    expect(takeApart(compose(answers, language))).toEqual({ answers, language })
  })

  it('leaves out what was not answered', () => {
    expect(compose({ problem: 'p', tried: ' ', figures: [{ quantity: '', relation: 'least', value: '', to: '', unit: '' }], other: '' }, 'zh')).toBe('p')
  })

  it('is none where nobody used that form, and nothing is lost then', () => {
    expect(takeApart('自由文本\n第二行')).toBeNull()
    expect(answersOf('自由文本\n第二行').problem).toBe('自由文本\n第二行')
  })
})
