import { useCallback } from 'react'
import { useI18n } from '../../../i18n'

/** 2026年3月 · Mar 2026 */
export function useMonth() {
  const { language } = useI18n()
  return useCallback(
    (month: string) => new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { year: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`)),
    [language],
  )
}
