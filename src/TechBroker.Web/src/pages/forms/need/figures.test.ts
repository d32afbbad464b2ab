import { describe, expect, it } from 'vitest'
import { readFigure, sayFigure, type Figure } from './figures'

const cases: [Figure, string][] = [
  [{ quantity: '能量密度', relation: 'least', value: '350', to: '', unit: 'Wh/kg' }, '能量密度 ≥350 Wh/kg'],
  [{ quantity: '成本', relation: 'most', value: '0.8', to: '', unit: '元/Wh' }, '成本 ≤0.8 元/Wh'],
  [{ quantity: '转化效率', relation: 'least', value: '85', to: '', unit: '%' }, '转化效率 ≥85%'],
  [{ quantity: '工作温度', relation: 'range', value: '-40', to: '85', unit: '°C' }, '工作温度 -40~85 °C'],
  [{ quantity: '厚度', relation: 'about', value: '5', to: '', unit: 'mm' }, '厚度 5 mm'],
  [{ quantity: 'cycle life', relation: 'least', value: '3,000', to: '', unit: 'cycles' }, 'cycle life ≥3,000 cycles'],
  [{ quantity: '良率', relation: 'least', value: '99.5', to: '', unit: '' }, '良率 ≥99.5'],
  [{ quantity: '耐盐雾', relation: 'least', value: '', to: '', unit: '' }, '耐盐雾'],
]

describe('a figure', () => {
  it.each(cases)('%# is said as matching reads it', (figure, text) => expect(sayFigure(figure)).toBe(text))
  it.each(cases)('%# is read back', (figure, text) => expect(readFigure(text)).toEqual(figure))
  it('that is none stays a text', () => expect(readFigure('兼容5G基站').quantity).toBe('兼容5G基站'))
})
