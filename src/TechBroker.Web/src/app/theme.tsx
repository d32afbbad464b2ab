import { ConfigProvider, theme as antTheme, type ThemeConfig } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { useI18n } from '../i18n'
import { recall, remember } from '../shared/remember'
import { styleNonce } from './styleNonce'

export type Appearance = 'light' | 'dark'

const Context = createContext<{ appearance: Appearance; setAppearance: (next: Appearance) => void } | null>(null)

/** Colours of text are a little stronger than antd's own, which fall short of WCAG 2.2 AA on small type. */
export function themeOf(appearance: Appearance): ThemeConfig {
  const dark = appearance === 'dark'
  return {
    algorithm: dark ? antTheme.darkAlgorithm : antTheme.defaultAlgorithm,
    cssVar: { key: 'tb' },
    hashed: false,
    token: {
      colorPrimary: dark ? '#62a0ff' : '#1550b4',
      colorLink: dark ? '#7fb0ff' : '#1550b4',
      colorError: dark ? '#ff8583' : '#cf1322',
      ...(dark ? {} : { colorErrorBg: '#fff2f0', colorErrorBorder: '#ffccc7' }),
      colorTextDescription: dark ? 'rgba(255,255,255,0.68)' : 'rgba(0,0,0,0.64)',
      colorTextTertiary: dark ? 'rgba(255,255,255,0.62)' : 'rgba(0,0,0,0.62)',
      colorTextPlaceholder: dark ? 'rgba(255,255,255,0.58)' : 'rgba(0,0,0,0.6)',
      colorBgLayout: dark ? '#101216' : '#f5f7fa',
      borderRadius: 8,
      // By antd's own means: it waits for the end of animations that a style sheet has taken away.
      motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      fontFamily:
        'system-ui, -apple-system, "Segoe UI", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif',
    },
    // White on the dark theme's lighter blue and red would be too faint.
    components: dark ? { Button: { primaryColor: '#06142e', dangerColor: '#2a0a0a' } } : {},
  }
}

export function ThemeProvider({ children }: { children: ReactNode }) {
  const { language } = useI18n()
  const [appearance, choose] = useState<Appearance>(firstAppearance)
  const shown = usePrinting() ? 'light' : appearance
  useEffect(() => {
    document.documentElement.dataset.appearance = shown
    document.documentElement.style.colorScheme = shown
  }, [shown])

  const theme = useMemo(() => themeOf(shown), [shown])
  const value = useMemo(
    () => ({
      appearance,
      setAppearance: (next: Appearance) => {
        remember('appearance', next)
        choose(next)
      },
    }),
    [appearance],
  )
  return (
    <Context value={value}>
      <ConfigProvider theme={theme} locale={language === 'zh' ? zhCN : enUS} csp={styleNonce ? { nonce: styleNonce } : undefined} button={{ autoInsertSpace: false }}>
        {children}
      </ConfigProvider>
    </Context>
  )
}

export function useAppearance() {
  const value = use(Context)
  if (!value) {
    throw new Error('useAppearance is used outside ThemeProvider.')
  }
  return value
}

/** Paper is white: whoever reads in the dark prints in the light. */
function usePrinting() {
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    // The browser prints what is there when the event is over.
    const before = () => flushSync(() => setPrinting(true))
    const after = () => setPrinting(false)
    addEventListener('beforeprint', before)
    addEventListener('afterprint', after)
    return () => {
      removeEventListener('beforeprint', before)
      removeEventListener('afterprint', after)
    }
  }, [])
  return printing
}

function firstAppearance(): Appearance {
  const chosen = recall('appearance')
  return chosen === 'light' || chosen === 'dark' ? chosen : matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}
