export interface Flow {
  from: string
  to: string
  /** In minor units of one currency. */
  amount: number
  lines: string
}

export interface SankeyNode {
  /** `s:110000` at the left, `b:110000` at the right: a region that sells to itself is two nodes, so that nothing flows in a circle. */
  name: string
  side: 'seller' | 'buyer'
  /** Null for the rest of its side. */
  code: string | null
  total: number
  /** Where the lines are that add up to all that leaves or reaches it. */
  lines?: string
}

export interface SankeyLink {
  source: string
  target: string
  value: number
  /** Absent where several flows were put together. */
  lines?: string
}

/** Flows as nodes and links: the largest regions of each side, and the rest of the side as one. What is not above zero (taken back in the period) cannot be drawn. */
export function sankeyOf(flows: readonly Flow[], most = 14): { nodes: SankeyNode[]; links: SankeyLink[]; undrawn: number } {
  const drawn = flows.filter(flow => flow.amount > 0)
  const sellers = sideOf(drawn, 'from', most)
  const buyers = sideOf(drawn, 'to', most)
  const links = new Map<string, SankeyLink>()
  for (const flow of drawn) {
    const [source, target] = [`s:${sellers.has(flow.from) ? flow.from : '*'}`, `b:${buyers.has(flow.to) ? flow.to : '*'}`]
    const before = links.get(`${source} ${target}`)
    links.set(`${source} ${target}`, before
      ? { source, target, value: before.value + flow.amount }
      : { source, target, value: flow.amount, lines: source === 's:*' || target === 'b:*' ? undefined : flow.lines })
  }
  return { nodes: [...nodesOf(drawn, 'from', sellers), ...nodesOf(drawn, 'to', buyers)], links: [...links.values()], undrawn: flows.length - drawn.length }
}

function totals(flows: readonly Flow[], end: 'from' | 'to') {
  const sums = new Map<string, number>()
  for (const flow of flows) {
    sums.set(flow[end], (sums.get(flow[end]) ?? 0) + flow.amount)
  }
  return [...sums].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}

// One more than shown is no reason for a rest of one.
function sideOf(flows: readonly Flow[], end: 'from' | 'to', most: number) {
  const sums = totals(flows, end)
  return new Set((sums.length <= most + 1 ? sums : sums.slice(0, most)).map(([code]) => code))
}

function nodesOf(flows: readonly Flow[], end: 'from' | 'to', shown: ReadonlySet<string>): SankeyNode[] {
  const side = end === 'from' ? 'seller' : 'buyer'
  const sums = totals(flows, end)
  const nodes: SankeyNode[] = sums.filter(([code]) => shown.has(code)).map(([code, total]) => ({
    name: `${side[0]}:${code}`, side, code, total, lines: linesOfNode(flows.find(flow => flow[end] === code)!.lines, side),
  }))
  const rest = sums.filter(([code]) => !shown.has(code)).reduce((sum, [, amount]) => sum + amount, 0)
  return rest > 0 ? [...nodes, { name: `${side[0]}:*`, side, code: null, total: rest }] : nodes
}

/** The lines of one flow are asked for by both regions; without the other side's they are those of all flows of the node. */
export function linesOfNode(lines: string, side: 'seller' | 'buyer'): string {
  const [path, query] = lines.split('?', 2)
  const params = new URLSearchParams(query)
  const other = side === 'seller' ? 'buyer' : 'seller'
  params.delete(`${other}Province`)
  params.delete(`${other}City`)
  return `${path}?${params}`
}
