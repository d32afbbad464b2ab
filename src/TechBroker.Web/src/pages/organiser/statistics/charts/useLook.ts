import { theme } from 'antd'
import { useMemo } from 'react'

/** Colours told apart by most eyes, with enough contrast on white and on the dark page. */
export const palette = ['#2a78d0', '#d97a06', '#2b9b6b', '#c8507a', '#8064d2', '#1697a6', '#b06a3c', '#73839a', '#98901a', '#d0594a', '#5b7fe0', '#4f9d3a']

export interface Look {
  text: string
  quiet: string
  line: string
  page: string
  strong: string
  font: string
  motion: boolean
}

/** The colours of the page around a chart, light or dark. */
export function useLook(): Look {
  const { token } = theme.useToken()
  return useMemo(
    () => ({
      text: token.colorText,
      quiet: token.colorTextSecondary,
      line: token.colorBorderSecondary,
      page: token.colorBgContainer,
      strong: token.colorPrimary,
      font: token.fontFamily,
      motion: token.motion,
    }),
    [token],
  )
}

/** What every chart's options begin with. Tooltips are drawn into the picture: as HTML they would need styles that the content policy refuses. */
export function basis(look: Look) {
  return {
    animation: look.motion,
    animationDuration: 300,
    color: palette,
    textStyle: { fontFamily: look.font, color: look.text },
    tooltip: {
      renderMode: 'richText',
      confine: true,
      backgroundColor: look.page,
      borderColor: look.line,
      textStyle: { color: look.text, fontFamily: look.font, fontSize: 13 },
    },
  }
}

export function axis(look: Look) {
  return {
    axisLabel: { color: look.quiet, fontFamily: look.font, hideOverlap: true },
    axisLine: { lineStyle: { color: look.line } },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: look.line } },
  }
}
