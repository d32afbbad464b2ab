import { Grid } from 'antd'
import { useCallback, useMemo } from 'react'
import type { Schema } from '../../../api/client'
import { useI18n } from '../../../i18n'
import { useRegionName } from '../../../shared/vocabularies'
import { Chart, type Picked } from './charts/Chart'
import { basis, palette, useLook } from './charts/useLook'
import type { Opened } from './LinesDrawer'
import { sankeyOf, type SankeyLink, type SankeyNode } from './sankey'

/** About, in pixels of the label's small type: a Chinese character is twice as wide as a letter. */
function widthOf(text: string) {
  return [...text].reduce((width, character) => width + (character > '\u2e80' ? 12 : 7), 0)
}

/** Sellers' regions left, buyers' right, of one currency. */
export function FlowChart({ items, currency, open }: { items: readonly Schema['RegionFlowItemBody'][]; currency: string; open: (figure: Opened) => void }) {
  const { t, money } = useI18n()
  const look = useLook()
  const wide = Grid.useBreakpoint().md ?? true
  const region = useRegionName(items.flatMap(item => [item.fromRegion, item.toRegion]))
  const { nodes, links, undrawn } = useMemo(
    () => sankeyOf(items.map(item => ({ from: item.fromRegion, to: item.toRegion, amount: item.amount.minorUnits ?? 0, lines: item.lines })), wide ? 14 : 8),
    [items, wide],
  )
  const words = useMemo(() => {
    const name = (node: SankeyNode) => (node.code === null ? t('stats.others') : region(node.code))
    const byName = new Map(nodes.map(node => [node.name, node]))
    const amount = (minorUnits: number) => ({ currency, minorUnits })
    return {
      node: (node: SankeyNode) => t(node.side === 'seller' ? 'stats.flow.allFrom' : 'stats.flow.allTo', { region: name(node) }),
      link: (link: SankeyLink) => t('stats.flow.from', { from: name(byName.get(link.source)!), to: name(byName.get(link.target)!) }),
      short: name,
      amount,
    }
  }, [nodes, region, t, currency])

  const option = useMemo(() => {
    // The same region has the same colour on both sides.
    const codes = [...new Set(nodes.map(node => node.code))]
    const colour = (code: string | null) => (code === null ? look.quiet : palette[codes.indexOf(code) % palette.length]!)
    const margin = Math.min(wide ? 220 : 92, 24 + Math.max(...nodes.map(node => widthOf(words.short(node)))))
    return {
      ...basis(look),
      series: [{
        type: 'sankey',
        draggable: false,
        left: margin, right: margin, top: 8, bottom: 8,
        nodeGap: 10,
        layoutIterations: 32,
        emphasis: { focus: 'adjacency' },
        lineStyle: { color: 'source', opacity: 0.32 },
        data: nodes.map(node => ({
          ...node,
          depth: node.side === 'seller' ? 0 : 1,
          itemStyle: { color: colour(node.code), borderWidth: 0 },
          label: { show: true, position: node.side === 'seller' ? 'left' : 'right', color: look.text, width: margin - 10, overflow: 'truncate', formatter: () => words.short(node) },
          tooltip: { formatter: () => `${words.node(node)}\n${money(words.amount(node.total))}` },
        })),
        links: links.map(link => ({ ...link, tooltip: { formatter: () => `${words.link(link)}\n${money(words.amount(link.value))}` } })),
      }],
    }
  }, [nodes, links, look, wide, words, money])

  const pick = useCallback(({ dataType, data }: Picked) => {
    const [title, lines, value] = dataType === 'node'
      ? [words.node(data as SankeyNode), (data as SankeyNode).lines, (data as SankeyNode).total]
      : [words.link(data as SankeyLink), (data as SankeyLink).lines, (data as SankeyLink).value]
    if (lines) {
      open({ title, lines, amount: words.amount(value) })
    }
  }, [words, open])

  if (links.length === 0) {
    return null
  }
  const largest = [...links].sort((a, b) => b.value - a.value).slice(0, 3).map(link => `${words.link(link)} ${money(words.amount(link.value))}`)
  const most = Math.max(...(['seller', 'buyer'] as const).map(side => nodes.filter(node => node.side === side).length))
  return (
    <>
      <div className="organiser-sides quiet" aria-hidden><span>{t('stats.flow.seller')}</span><span>{t('stats.flow.buyer')}</span></div>
      <Chart option={option} height={Math.max(260, most * 36)} label={t('stats.flow.alt', { largest: largest.join(t('stats.semicolon')) })} onPick={pick} />
      {undrawn > 0 ? <p className="quiet">{t('stats.flow.undrawn', { n: undrawn })}</p> : null}
    </>
  )
}
