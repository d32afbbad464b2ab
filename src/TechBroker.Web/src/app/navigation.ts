import type { TextKey } from '../i18n'
import type { Role } from './session'

export interface NavigationItem {
  to: string
  text: TextKey
  /** Who sees it; everybody where absent. */
  roles?: Role[]
}

/** What the header (on a phone the drawer) leads to, in its order. */
export const navigation: NavigationItem[] = [
  { to: '/listings', text: 'nav.listings' },
  { to: '/needs', text: 'nav.needs' },
  { to: '/showcase', text: 'nav.showcase' },
]

/** The places of work, by role; shown to signed-in people before the rest. */
export const work: NavigationItem[] = []

export function visibleItems(items: NavigationItem[], roles: readonly string[]) {
  return items.filter(item => !item.roles || item.roles.some(role => roles.includes(role)))
}
