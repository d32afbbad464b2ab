import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { NavLink, useLocation, useSearchParams } from 'react-router'
import { useI18n } from '../../i18n'
import { LoadMore } from '../../shared/LoadMore'
import { Nothing } from '../../shared/Nothing'
import { Trouble } from '../../shared/Trouble'
import type { CursorPages } from '../../shared/useCursorPages'
import { Chosen } from './Chosen'
import { Filters } from './Filters'
import { readFilter, writeFilter } from './filters'
import { SearchBox } from './SearchBox'

/** Carried from the page that was searched from. */
export interface SearchState {
  typing?: boolean
}

/** Search over listings or needs; what is asked for stands in the address. */
export function SearchPage<T>(props: { kind: 'listings' | 'needs'; title: string; pages: CursorPages<T>; card: (item: T, question?: string) => ReactNode }) {
  const { t, number } = useI18n()
  const [params, setParams] = useSearchParams()
  const { state } = useLocation() as { state: SearchState | null }
  const filter = readFilter(params)
  const { pages } = props
  const isEmpty = !pages.isPending && !pages.error && pages.items.length === 0
  return (
    <div className="page">
      <h1 className="visually-hidden">{props.title}</h1>
      <SearchBox
        value={filter.q}
        placeholder={t(props.kind === 'listings' ? 'search.listingsHint' : 'search.needsHint')}
        autoFocus={state?.typing}
        onSearch={q => setParams(writeFilter(params, { q }))}
      />
      <nav className="tabs" aria-label={t('search.what')}>
        <NavLink to={{ pathname: '/listings', search: params.toString() }}>{t('nav.listings')}</NavLink>
        <NavLink to={{ pathname: '/needs', search: params.toString() }}>{t('nav.needs')}</NavLink>
      </nav>
      <Filters filter={filter} onChange={change => setParams(writeFilter(params, change))} />
      <Chosen filter={filter} onChange={change => setParams(writeFilter(params, change))} />
      {pages.items.length > 0 ? (
        <p className="results-count quiet" role="status">
          {t(pages.hasMore ? 'search.first' : 'search.count', { n: number(pages.items.length) })} · {t(filter.q ? 'search.byFit' : 'search.byTime')}
        </p>
      ) : null}
      {pages.error ? <Trouble problem={pages.error} retry={pages.retry} /> : null}
      {isEmpty ? <Nothing text={t('search.none')} /> : null}
      <div className={pages.isStale ? 'results results-stale' : 'results'} aria-busy={pages.isPending || pages.isStale}>
        {pages.isPending ? [1, 2, 3, 4].map(i => <div className="card" key={i}><Skeleton active /></div>) : pages.items.map(item => props.card(item, filter.q))}
      </div>
      <LoadMore pages={pages} />
    </div>
  )
}
