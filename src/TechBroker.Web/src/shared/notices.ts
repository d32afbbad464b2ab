import { useMutation, useQueryClient, type InfiniteData } from '@tanstack/react-query'
import { api, type Schema } from '../api/client'

export type Notice = Schema['NoticeBody']
export type NoticePage = Schema['NoticePageBody']

/** The page of what a notice is about; null where it has none. */
export function targetOf(notice: Pick<Notice, 'engagementId' | 'dealId' | 'webhookId'>): string | null {
  return notice.dealId ? `/work/deals/${notice.dealId}`
    : notice.engagementId ? `/work/engagements/${notice.engagementId}`
    : notice.webhookId ? '/work/settings/webhooks'
    : null
}

type Read = NoticePage | InfiniteData<NoticePage> | undefined

/** What was read of notices (a page, or a list that grows) with one of them, or all, marked as read at that moment. */
export function withRead<T extends Read>(data: T, id: string | null, at: string): T {
  if (data === undefined) {
    return data
  }
  if ('pages' in data) {
    // `unread` stands in each page and counts them all; the notice itself is in one of them.
    const marked = data.pages.some(page => isUnread(page, id))
    return { ...data, pages: data.pages.map(page => mark(page, id, at, marked)) }
  }
  return mark(data, id, at, isUnread(data, id)) as T
}

function isUnread(page: NoticePage, id: string | null) {
  return page.items.some(item => item.id === id && !item.readAt)
}

function mark(page: NoticePage, id: string | null, at: string, counts: boolean): NoticePage {
  return {
    ...page,
    items: page.items.map(item => ((id === null || item.id === id) && !item.readAt ? { ...item, readAt: at } : item)),
    unread: id === null ? 0 : counts ? Math.max(0, page.unread - 1) : page.unread,
  }
}

/** Marks one notice as read, or all of them (null): at once on the page, then on the server. */
export function useMarkRead() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (id: string | null) => {
      await (id ? api.POST('/api/v1/notices/{id}/read', { params: { path: { id } } }) : api.POST('/api/v1/notices/read-all'))
    },
    onMutate: async id => {
      await queries.cancelQueries({ queryKey: ['notices'] })
      queries.setQueriesData<Read>({ queryKey: ['notices'] }, data => withRead(data, id, new Date().toISOString()))
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['notices'] }),
  })
}
