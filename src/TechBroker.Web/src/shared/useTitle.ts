import { useEffect } from 'react'
import { useI18n } from '../i18n'

// Two who do not know each other write the tab's title: the page says what it is, the bell how many notices wait.
let title: string | undefined
let waiting = 0

function write() {
  title ??= document.title
  document.title = waiting > 0 ? `(${waiting > 99 ? '99+' : waiting}) ${title}` : title
}

/** The title of the browser's tab. */
export function useTitle(page: string | undefined) {
  const { t } = useI18n()
  useEffect(() => {
    title = page ? `${page} · ${t('app.name')}` : t('app.name')
    write()
  }, [page, t])
}

/** The number of unread notices before it. */
export function useWaitingInTitle(count: number) {
  useEffect(() => {
    waiting = count
    write()
    return () => {
      waiting = 0
      write()
    }
  }, [count])
}
