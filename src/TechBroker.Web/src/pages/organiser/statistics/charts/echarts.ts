import { BarChart, FunnelChart, HeatmapChart, SankeyChart } from 'echarts/charts'
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, VisualMapComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

// Only what the pages draw: this file and all it imports is loaded with the first chart.
use([BarChart, FunnelChart, HeatmapChart, SankeyChart, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, VisualMapComponent, SVGRenderer])

export { init }
