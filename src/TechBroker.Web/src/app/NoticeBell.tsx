import { BellOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Badge, Button, Skeleton } from 'antd'
import { useEffect, useState } from 'react'
import { Link, useLocation } from 'react-router'
import { api, bodyOf } from '../api/client'
import { useI18n } from '../i18n'
import { targetOf, useMarkRead, type Notice } from '../shared/notices'
import { Trouble } from '../shared/Trouble'
import { useWaitingInTitle } from '../shared/useTitle'
import { HeaderPopover } from './HeaderPopover'

const most = 99

/** The newest notices. They are asked for each minute; live changes (GET /stream) set the query aside sooner. */
export function NoticeBell() {
  const { t } = useI18n()
  const [open, setOpen] = useState(false)
  const { pathname } = useLocation()
  useEffect(() => setOpen(false), [pathname])
  const notices = useQuery({
    queryKey: ['notices'],
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/notices', { params: { query: { limit: '10' } }, signal })),
    refetchInterval: 60_000,
  })
  const { mutate: markRead, isPending, variables } = useMarkRead()
  const unread = notices.data?.unread ?? 0
  // Who speaks to the page says what is read on it (WCAG 2.5.3).
  const shown = unread > most ? `${most}+` : unread
  useWaitingInTitle(unread)

  const follow = (notice: Notice) => {
    setOpen(false)
    if (!notice.readAt) {
      markRead(notice.id)
    }
  }
  const list = (
    <div className="notices">
      <div className="notices-head">
        <strong>{t('notices.title')}</strong>
        {unread > 0 ? <Button type="link" size="small" loading={isPending && variables === null} onClick={() => markRead(null)}>{t('notices.readAll')}</Button> : null}
      </div>
      {notices.isPending ? <Skeleton active title={false} /> : null}
      {notices.isError ? <Trouble problem={notices.error} retry={() => void notices.refetch()} /> : null}
      {notices.data?.items.length === 0 ? <p className="quiet">{t('notices.none')}</p> : null}
      <ul>{notices.data?.items.map(notice => <NoticeLine key={notice.id} notice={notice} follow={() => follow(notice)} />)}</ul>
      <p className="notices-foot"><Link to="/work/notices" onClick={() => setOpen(false)}>{t('notices.all')}</Link></p>
    </div>
  )
  return (
    <HeaderPopover open={open} setOpen={setOpen} content={list}>
      <Button
        type="text"
        aria-expanded={open}
        aria-label={unread > 0 ? t('notices.unread', { n: shown }) : t('notices.title')}
        icon={<Badge count={unread} size="small" overflowCount={most}><BellOutlined /></Badge>}
      />
    </HeaderPopover>
  )
}

/** Opening what it is about is reading it. */
function NoticeLine({ notice, follow }: { notice: Notice; follow: () => void }) {
  const { t, ago } = useI18n()
  const target = targetOf(notice)
  const text = <>{notice.readAt ? null : <Badge status="processing" aria-label={t('notices.new')} />}{notice.text}<small className="quiet">{ago(notice.at)}</small></>
  return <li className={notice.readAt ? 'quiet' : undefined}>{target ? <Link to={target} onClick={follow}>{text}</Link> : text}</li>
}
