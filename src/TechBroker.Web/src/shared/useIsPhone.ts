import { useSyncExternalStore } from 'react'

/** As wide as app.css takes for a phone. */
const query = '(max-width: 767px)'

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
