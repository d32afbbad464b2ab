import type { InfiniteData } from '@tanstack/react-query'
import type { Page } from '../../../api/client'
import type { Engagement } from '../queries'

type Pages = InfiniteData<Page<Engagement>, string | undefined>

/** A list after a step: what left its state is gone from it, what came to it stands on top, until the list is read anew. */
export function placed(data: Pages, state: string | undefined, changed: Engagement): Pages {
  const known = data.pages.some(page => page.items.some(item => item.id === changed.id))
  const belongs = state === undefined || state === changed.state
  if (known && belongs) {
    return { ...data, pages: data.pages.map(page => ({ ...page, items: page.items.map(item => (item.id === changed.id ? changed : item)) })) }
  }
  if (known) {
    return { ...data, pages: data.pages.map(page => ({ ...page, items: page.items.filter(item => item.id !== changed.id) })) }
  }
  return state === changed.state && data.pages.length > 0
    ? { ...data, pages: data.pages.map((page, i) => (i === 0 ? { ...page, items: [changed, ...page.items] } : page)) }
    : data
}
