/** A figure that an answer must meet, as people fill it in. */
export interface Figure {
  /** 能量密度 */
  quantity: string
  relation: Relation
  value: string
  /** The upper end of a range. */
  to: string
  /** Wh/kg */
  unit: string
}

export type Relation = 'least' | 'most' | 'about' | 'range'
export const relations: readonly Relation[] = ['least', 'most', 'about', 'range']

export const emptyFigure: Figure = { quantity: '', relation: 'least', value: '', to: '', unit: '' }

const anyLanguage = [
  '%', 'Wh/kg', 'kWh', 'kW', 'MW', 'V', 'kV', 'A', 'mAh', 'nm', 'μm', 'mm', 'cm', 'm', 'm²', 'L', 'm³', 'Nm³/h', 'mg', 'g', 'kg', 't', 't/d', 'kN', 'kPa', 'MPa', 'GPa',
  'N·m', '°C', 'ms', 's', 'min', 'h', 'Hz', 'kHz', 'GHz', 'ppm', 'dB', 'Mbps', 'Gbps', 'W/(m·K)', 'mPa·s', 'TOPS',
]

/** Units that matching compares; any other is a word of the text only. */
export const units: Record<'zh' | 'en', readonly string[]> = { zh: ['年', '天', '次', ...anyLanguage], en: ['years', 'days', 'cycles', ...anyLanguage] }

/**
 * As matching reads it in a text: 能量密度 ≥350 Wh/kg. The quantity before the sign, the unit behind the number; nothing between that could
 * part them.
 */
export function sayFigure(figure: Figure): string {
  const [quantity, value, to, unit] = [figure.quantity, figure.value, figure.to, figure.unit].map(text => text.trim()) as [string, string, string, string]
  if (value === '') {
    return quantity
  }
  const number = figure.relation === 'least' ? `≥${value}` : figure.relation === 'most' ? `≤${value}` : figure.relation === 'range' && to !== '' ? `${value}~${to}` : value
  // 85% and 5 年 are written without and with a space alike; matching passes over it.
  return [quantity, unit === '%' ? `${number}%` : `${number} ${unit}`.trim()].filter(Boolean).join(' ')
}

const number = '[-−]?[0-9][0-9,.]*'
const pattern = new RegExp(`^(.*?)\\s*(≥|≤)?(${number})(?:~(${number}))?\\s?(\\S*)$`)

/** The other way round; a line that is no figure becomes a quantity without a number. */
export function readFigure(line: string): Figure {
  const found = pattern.exec(line.trim())
  // 5G 基站 names a thing: what stands before a number ends in a space, or there is nothing.
  if (!found || (found[1] !== '' && !/\s(≥|≤)?[-−]?[0-9][0-9,.~−-]*\s?\S*$/.test(line.trim()))) {
    return { ...emptyFigure, quantity: line.trim() }
  }
  const [, quantity = '', sign, value = '', to = '', unit = ''] = found
  return { quantity, relation: sign === '≥' ? 'least' : sign === '≤' ? 'most' : to !== '' ? 'range' : 'about', value, to, unit }
}
