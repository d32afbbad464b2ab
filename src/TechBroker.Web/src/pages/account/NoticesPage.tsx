import { Badge, Button, Segmented, Skeleton } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { api, bodyOf } from '../../api/client'
import { useI18n } from '../../i18n'
import { LinkButton } from '../../shared/LinkButton'
import { LoadMore } from '../../shared/LoadMore'
import { Nothing } from '../../shared/Nothing'
import { targetOf, useMarkRead, type Notice } from '../../shared/notices'
import { Trouble } from '../../shared/Trouble'
import { useCursorPages } from '../../shared/useCursorPages'
import { useTitle } from '../../shared/useTitle'
import './account.css'

/** All that concerns the reader, newest first. */
export function Component() {
  const { t } = useI18n()
  const [params, setParams] = useSearchParams()
  const unread = params.get('unread') === 'true'
  useTitle(t('notices.title'))
  const pages = useCursorPages({
    queryKey: ['notices', 'list', unread],
    page: (cursor, signal) => bodyOf(api.GET('/api/v1/notices', { params: { query: { unread: unread ? 'true' : undefined, limit: '30', cursor } }, signal })),
  })
  const { mutate: markRead, isPending, variables } = useMarkRead()
  const someUnread = pages.items.some(notice => !notice.readAt)
  return (
    <div className="page account">
      <header className="head-row">
        <h1>{t('notices.title')}</h1>
        <div className="row">
          {someUnread ? <Button loading={isPending && variables === null} onClick={() => markRead(null)}>{t('notices.readAll')}</Button> : null}
          <LinkButton to="/work/settings">{t('noticePage.settings')}</LinkButton>
        </div>
      </header>
      <div>
        <Segmented
          aria-label={t('noticePage.which')}
          value={unread ? 'unread' : 'all'}
          options={[{ value: 'all', label: t('noticePage.all') }, { value: 'unread', label: t('notices.new') }]}
          onChange={which => setParams(which === 'unread' ? { unread: 'true' } : {}, { replace: true })}
        />
      </div>
      {pages.error ? <Trouble problem={pages.error} retry={pages.retry} /> : null}
      {pages.isPending ? <Skeleton active title={false} paragraph={{ rows: 8 }} /> : null}
      {!pages.isPending && !pages.error && pages.items.length === 0
        ? <Nothing text={t(unread ? 'noticePage.noneUnread' : 'notices.none')}>{unread ? <Button onClick={() => setParams({})}>{t('noticePage.showAll')}</Button> : null}</Nothing>
        : null}
      {pages.items.length > 0 ? (
        <section className={pages.isStale ? 'panel results-stale' : 'panel'}>
          <ul className="account-list account-notices">{pages.items.map(notice => <Line key={notice.id} notice={notice} read={() => markRead(notice.id)} />)}</ul>
        </section>
      ) : null}
      <LoadMore pages={pages} />
    </div>
  )
}

function Line({ notice, read }: { notice: Notice; read: () => void }) {
  const { t, ago, time } = useI18n()
  const target = targetOf(notice)
  const open = notice.readAt ? undefined : read
  return (
    <li>
      <div className="account-notice">
        <Badge status={notice.readAt ? 'default' : 'processing'} />
        <div>
          <p className={notice.readAt ? undefined : 'account-unread'}>
            {notice.readAt ? null : <span className="visually-hidden">{t('notices.new')}</span>}
            {target ? <Link to={target} onClick={open}>{notice.text}</Link> : notice.text}
          </p>
          <p className="quiet"><time dateTime={notice.at} title={time(notice.at)}>{ago(notice.at)}</time></p>
        </div>
      </div>
      {notice.readAt ? null : <Button size="small" type="text" onClick={read}>{t('noticePage.read')}</Button>}
    </li>
  )
}
