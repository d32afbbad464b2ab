import { Skeleton } from 'antd'
import { api, bodyOf, type Schema } from '../../api/client'
import { useI18n } from '../../i18n'
import { exactly } from '../../i18n/exact'
import { LoadMore } from '../../shared/LoadMore'
import { Nothing } from '../../shared/Nothing'
import { Trouble } from '../../shared/Trouble'
import { useCursorPages } from '../../shared/useCursorPages'
import { useTitle } from '../../shared/useTitle'

const publicityPages = {
  queryKey: ['publicity'] as const,
  page: (cursor: string | undefined, signal: AbortSignal) =>
    bodyOf(api.GET('/api/v1/publicity', { params: { query: { limit: '50', cursor } }, signal })),
}

/** 公示: the prices that public institutions have negotiated, while anybody may object. Prints as a list. */
export function Component() {
  const { t } = useI18n()
  useTitle(t('publicity.title'))
  const pages = useCursorPages(publicityPages)
  const isEmpty = !pages.isPending && !pages.error && pages.items.length === 0
  return (
    <div className="page">
      <header className="page-head">
        <h1>{t('publicity.title')}</h1>
        <p>{t('publicity.text')}</p>
      </header>
      {pages.error ? <Trouble problem={pages.error} retry={pages.retry} /> : null}
      {isEmpty ? <Nothing text={t('publicity.none')} /> : null}
      <div className="results" aria-busy={pages.isPending}>
        {pages.isPending ? [1, 2].map(i => <div className="card" key={i}><Skeleton active /></div>) : pages.items.map(item => <Announcement key={item.id} item={item} />)}
      </div>
      <LoadMore pages={pages} />
    </div>
  )
}

function Announcement({ item }: { item: Schema['PublicityBody'] }) {
  const { t, language, day } = useI18n()
  return (
    <article className="card">
      <h3>{item.title}</h3>
      {item.organisation ? <p className="card-owner">{item.organisation}</p> : null}
      <p>{t('publicity.price')} <strong>{exactly(item.price, language)}</strong></p>
      <p>{t('publicity.run', { from: day(item.from), until: day(item.until) })}</p>
      <p className="card-facts">{t('publicity.number', { id: item.id })}</p>
    </article>
  )
}
