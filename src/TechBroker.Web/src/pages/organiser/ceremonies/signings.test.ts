import { expect, it } from 'vitest'
import { bodyOfSignings } from './signings'

const amount = { currency: 'CNY', minorUnits: 100 }

it('each row has what belongs to its kind, and the day of the ceremony', () => {
  const party = { name: '甲', kind: 'enterprise', regionCode: '110000' }
  expect(bodyOfSignings([
    { kind: 'deal', title: '合同', amount, contractType: 'transfer', sellers: [party], buyers: [party], recipient: 'left over from before the kind was changed' },
    { kind: 'investment', title: '项目', amount, investors: ['基金'], recipient: '项目公司', regionCode: '120000', contractType: 'transfer', industry: '' },
  ], '2026-11-22')).toEqual({
    rows: [
      { kind: 'deal', title: '合同', amount, contractType: 'transfer', technologyAmount: amount, sellers: [party], buyers: [party], signedOn: '2026-11-22' },
      { kind: 'investment', title: '项目', amount, investors: ['基金'], recipient: '项目公司', regionCode: '120000', industry: undefined, signedOn: '2026-11-22' },
    ],
  })
})
