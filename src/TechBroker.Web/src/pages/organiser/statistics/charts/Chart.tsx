import type { EChartsCoreOption, EChartsType } from 'echarts/core'
import { useEffect, useRef, useState } from 'react'
import { Trouble } from '../../../../shared/Trouble'

/** What was clicked: `data` is the entry of the series as it was given. */
export interface Picked {
  dataType?: string
  data: unknown
  name: string
  dataIndex: number
  seriesIndex?: number
}

/**
 * A chart as SVG. `label` says in words what it shows; the table below it has the same figures and is the way for keyboard and screen reader. The drawing
 * library is loaded with the first chart.
 */
export function Chart(props: { option: EChartsCoreOption; height: number; label: string; onPick?: (picked: Picked) => void }) {
  const { option, onPick } = props
  const box = useRef<HTMLDivElement>(null)
  const [chart, setChart] = useState<EChartsType>()
  const [problem, setProblem] = useState<unknown>()

  useEffect(() => {
    let made: EChartsType | undefined
    let gone = false
    const resized = new ResizeObserver(() => made?.resize())
    import('./echarts').then(({ init }) => {
      if (!gone && box.current) {
        made = init(box.current, null, { renderer: 'svg' })
        resized.observe(box.current)
        setChart(made)
      }
    }).catch(setProblem)
    return () => {
      gone = true
      resized.disconnect()
      made?.dispose()
    }
  }, [])

  useEffect(() => chart?.setOption(option, { notMerge: true }), [chart, option])
  useEffect(() => {
    const pick = (event: unknown) => onPick?.(event as Picked)
    chart?.on('click', pick)
    return () => {
      if (chart && !chart.isDisposed()) {
        chart.off('click', pick)
      }
    }
  }, [chart, onPick])

  // Paper is narrower than most screens, and nothing else tells the drawing so in time.
  useEffect(() => {
    const before = () => chart?.resize({ width: 680 })
    const after = () => chart?.resize({ width: 'auto' })
    addEventListener('beforeprint', before)
    addEventListener('afterprint', after)
    return () => {
      removeEventListener('beforeprint', before)
      removeEventListener('afterprint', after)
    }
  }, [chart])

  if (problem) {
    return <Trouble problem={problem} />
  }
  return <div ref={box} role="img" aria-label={props.label} aria-busy={chart === undefined} className="organiser-chart" style={{ height: props.height }} />
}
