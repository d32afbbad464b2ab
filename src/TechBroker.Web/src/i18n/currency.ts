// ISO 4217, as the API has it (Money.cs): those whose minor unit is not a hundredth. What Intl knows differs for some, and by browser.
const withoutMinorUnit = new Set(['BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'VND', 'VUV', 'XAF', 'XOF', 'XPF'])
const inThousandths = new Set(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'])

/** The digits of a currency after the point. */
export function digitsOf(currency: string) {
  return withoutMinorUnit.has(currency) ? 0 : inThousandths.has(currency) ? 3 : 2
}
