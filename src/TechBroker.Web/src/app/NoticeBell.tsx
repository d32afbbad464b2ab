import { BellOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Badge, Button, Popover, Skeleton } from 'antd'
import { useState } from 'react'
import { api, bodyOf } from '../api/client'
import { useI18n } from '../i18n'
import { Trouble } from '../shared/Trouble'

/** The newest notices. They are asked for each minute; live changes (GET /stream) set the query aside sooner. */
export function NoticeBell() {
  const { t, ago } = useI18n()
  const [open, setOpen] = useState(false)
  const queries = useQueryClient()
  const notices = useQuery({
    queryKey: ['notices'],
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/notices', { params: { query: { limit: '10' } }, signal })),
    refetchInterval: 60_000,
  })
  const readAll = useMutation({
    mutationFn: () => api.POST('/api/v1/notices/read-all'),
    onSettled: () => queries.invalidateQueries({ queryKey: ['notices'] }),
  })

  const unread = notices.data?.unread ?? 0
  const list = (
    <div className="notices">
      <div className="notices-head">
        <strong>{t('notices.title')}</strong>
        {unread > 0 ? <Button type="link" size="small" loading={readAll.isPending} onClick={() => readAll.mutate()}>{t('notices.readAll')}</Button> : null}
      </div>
      {notices.isPending ? <Skeleton active title={false} /> : null}
      {notices.isError ? <Trouble problem={notices.error} retry={() => void notices.refetch()} /> : null}
      {notices.data?.items.length === 0 ? <p className="quiet">{t('notices.none')}</p> : null}
      <ul>
        {notices.data?.items.map(notice => (
          <li key={notice.id} className={notice.readAt ? 'quiet' : undefined}>
            {notice.text}
            <small className="quiet">{ago(notice.at)}</small>
          </li>
        ))}
      </ul>
    </div>
  )
  return (
    <Popover open={open} onOpenChange={setOpen} trigger="click" placement="bottomRight" content={list}>
      <Button
        type="text"
        aria-expanded={open}
        aria-label={unread > 0 ? t('notices.unread', { n: unread }) : t('notices.title')}
        icon={<Badge count={unread} size="small" overflowCount={99}><BellOutlined /></Badge>}
      />
    </Popover>
  )
}
