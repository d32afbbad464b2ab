import { expect, it } from 'vitest'
import { linesOfNode, sankeyOf, type Flow } from './sankey'

const flow = (from: string, to: string, amount: number): Flow => ({ from, to, amount, lines: `/lines?kind=signed&sellerProvince=${from}&buyerProvince=${to}` })

it('a region that sells to itself stands on both sides, and nothing flows in a circle', () => {
  const { nodes, links } = sankeyOf([flow('110000', '110000', 5), flow('110000', '120000', 3), flow('120000', '110000', 2)])
  expect(nodes.map(node => [node.name, node.total])).toEqual([['s:110000', 8], ['s:120000', 2], ['b:110000', 7], ['b:120000', 3]])
  expect(links.every(link => link.source.startsWith('s:') && link.target.startsWith('b:'))).toBe(true)
})

it('what goes in comes out, also where small regions are put together', () => {
  const flows = Array.from({ length: 400 }, (_, i) => flow(`s${i % 20}`, `b${Math.floor(i / 20)}`, 1 + ((i * 37) % 91)))
  const { nodes, links } = sankeyOf(flows, 5)
  const sum = flows.reduce((total, each) => total + each.amount, 0)
  expect(links.reduce((total, link) => total + link.value, 0)).toBe(sum)
  expect(nodes.filter(node => node.side === 'seller')).toHaveLength(6)
  for (const node of nodes) {
    const of = links.filter(link => (node.side === 'seller' ? link.source : link.target) === node.name)
    expect(of.reduce((total, link) => total + link.value, 0)).toBe(node.total)
  }
  expect(links.filter(link => link.source === 's:*').every(link => link.lines === undefined)).toBe(true)
})

it('what was taken back is not drawn, but counted', () => {
  expect(sankeyOf([flow('110000', '120000', -4), flow('110000', '130000', 0)])).toEqual({ nodes: [], links: [], undrawn: 2 })
})

it("a node's lines are those of all its flows", () => {
  expect(linesOfNode('/lines?kind=signed&sellerProvince=110000&buyerProvince=DE', 'seller')).toBe('/lines?kind=signed&sellerProvince=110000')
  expect(linesOfNode('/lines?sellerCity=110000&buyerCity=120000', 'buyer')).toBe('/lines?buyerCity=120000')
})
