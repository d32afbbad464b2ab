import { useSyncExternalStore } from 'react'

/** As wide as app.css takes for a phone. Paper is as narrow, but a list that changed its form while it is printed would leave blank pages. */
const query = 'screen and (max-width: 767px)'

export function useIsPhone() {
  return useSyncExternalStore(
    change => {
      const media = matchMedia(query)
      media.addEventListener('change', change)
      return () => media.removeEventListener('change', change)
    },
    () => matchMedia(query).matches,
  )
}
