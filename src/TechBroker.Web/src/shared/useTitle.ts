import { useEffect } from 'react'
import { useI18n } from '../i18n'

/** The title of the browser's tab. */
export function useTitle(title: string | undefined) {
  const { t } = useI18n()
  useEffect(() => {
    document.title = title ? `${title} · ${t('app.name')}` : t('app.name')
  }, [title, t])
}
