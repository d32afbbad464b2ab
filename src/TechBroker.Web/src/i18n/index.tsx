import { useQueryClient } from '@tanstack/react-query'
import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import { isPersonal } from '../api/queries'
import { speak } from '../api/transport'
import { recall, remember } from '../shared/remember'
import { fill } from './fill'
import * as format from './format'
import type { Language } from './format'
import type { TextKey, Texts } from './texts'

export type { Language } from './format'
export type { TextKey } from './texts'

interface I18n {
  language: Language
  setLanguage: (language: Language) => void
  /** The texts of the pages below /work: false as long as they are on their way. */
  hasWorkTexts: boolean
  loadWorkTexts: () => void
  t: (key: TextKey, values?: Record<string, string | number>) => string
  /** The name of a term that has one in each language. */
  nameOf: (term: { zh: string; en: string }) => string
  day: (value: string) => string
  time: (value: string) => string
  ago: (value: string) => string
  money: (value: Parameters<typeof format.formatMoney>[0]) => string
  number: (value: number) => string
}

const Context = createContext<I18n | null>(null)

/** One language is loaded, and the other when somebody asks for it; with the texts of work, where somebody works. */
export async function loadTexts(language: Language, withWork = false): Promise<Texts> {
  const [texts, work] = await Promise.all(
    language === 'zh'
      ? [import('./zh').then(file => file.zh), withWork ? import('./zh-work').then(file => file.zhWork) : null]
      : [import('./en').then(file => file.en), withWork ? import('./en-work').then(file => file.enWork) : null],
  )
  return { ...texts, ...work }
}

/** What was chosen here before; else what the browser asks for, with Chinese where it asks for neither. */
export function firstLanguage(): Language {
  const chosen = recall('language')
  if (chosen === 'zh' || chosen === 'en') {
    return chosen
  }
  const wanted = navigator.languages.map(tag => tag.slice(0, 2)).find(tag => tag === 'zh' || tag === 'en')
  return wanted === 'en' ? 'en' : 'zh'
}

export function I18nProvider(props: { first: { language: Language; texts: Texts }; children: ReactNode }) {
  const [{ language, texts, hasWorkTexts }, setCurrent] = useState({ ...props.first, hasWorkTexts: false })
  const queries = useQueryClient()
  const setLanguage = useCallback((next: Language) => {
    remember('language', next)
    void loadTexts(next, hasWorkTexts).then(loaded => {
      speak(next === 'zh' ? 'zh-CN' : 'en')
      setCurrent({ language: next, texts: loaded, hasWorkTexts })

      // Answers hold sentences, too.
      void queries.invalidateQueries({ predicate: isPersonal })
    })
  }, [queries, hasWorkTexts])

  const loadWorkTexts = useCallback(() => {
    void loadTexts(language, true).then(loaded => setCurrent(now => (now.language === language ? { language, texts: loaded, hasWorkTexts: true } : now)))
  }, [language])

  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  }, [language])

  const value = useMemo<I18n>(
    () => ({
      language,
      setLanguage,
      hasWorkTexts,
      loadWorkTexts,
      t: (key, values) => fill(texts[key] ?? key, values),
      nameOf: term => term[language],
      day: value => format.formatDay(value, language),
      time: value => format.formatTime(value, language),
      ago: value => format.formatAgo(value, language),
      money: value => format.formatMoney(value, language),
      number: value => format.formatNumber(value, language),
    }),
    [language, texts, setLanguage, hasWorkTexts, loadWorkTexts],
  )
  return <Context value={value}>{props.children}</Context>
}

export function useI18n(): I18n {
  const value = use(Context)
  if (!value) {
    throw new Error('useI18n is used outside I18nProvider.')
  }
  return value
}
