import { ConfigProvider, theme as antTheme, type ThemeConfig } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react'
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
    // White on the dark theme's lighter blue would be too faint.
    components: dark ? { Button: { primaryColor: '#06142e' } } : {},
  }
}

export function ThemeProvider({ children }: { children: ReactNode }) {
  const { language } = useI18n()
  const [appearance, choose] = useState<Appearance>(firstAppearance)
  useEffect(() => {
    document.documentElement.dataset.appearance = appearance
    document.documentElement.style.colorScheme = appearance
  }, [appearance])

  const theme = useMemo(() => themeOf(appearance), [appearance])
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

function firstAppearance(): Appearance {
  const chosen = recall('appearance')
  return chosen === 'light' || chosen === 'dark' ? chosen : matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}
