import type { TextKey } from '../i18n'

/** What the header (on a phone the drawer) leads to, in its order; whoever is signed in finds the way to work before it (work/places.tsx). */
export const navigation: { to: string; text: TextKey }[] = [
  { to: '/listings', text: 'nav.listings' },
  { to: '/needs', text: 'nav.needs' },
  { to: '/showcase', text: 'nav.showcase' },
]
