import { Segmented, Skeleton } from 'antd'
import { useSearchParams } from 'react-router'
import { api, bodyOf, type Schema } from '../../../api/client'
import { useI18n } from '../../../i18n'
import { LoadMore } from '../../../shared/LoadMore'
import { Nothing } from '../../../shared/Nothing'
import { Trouble } from '../../../shared/Trouble'
import { useCursorPages } from '../../../shared/useCursorPages'
import { useTitle } from '../../../shared/useTitle'
import { Pair } from './Pair'
import '../organiser.css'

const states = ['open', 'merged', 'resolved', 'dismissed'] as const
type State = (typeof states)[number]

/** Listings and needs that may be one thing twice. */
export function Component() {
  const { t } = useI18n()
  const [params, setParams] = useSearchParams()
  const asked = params.get('state') as State | null
  const state = asked && states.includes(asked) ? asked : 'open'
  const pages = useCursorPages<Schema['DuplicateBody']>({
    queryKey: ['duplicates', state],
    page: (cursor, signal) => bodyOf(api.GET('/api/v1/duplicates', { params: { query: { state, limit: '20', cursor } }, signal })),
  })
  useTitle(t('work.duplicates'))
  return (
    <div className="page organiser">
      <header className="page-head">
        <h1>{t('work.duplicates')}</h1>
        <p>{t('duplicate.about')}</p>
      </header>
      <div><Segmented<State> aria-label={t('duplicate.state')} value={state} options={states.map(value => ({ value, label: t(`duplicate.state.${value}`) }))} onChange={next => setParams({ state: next }, { replace: true })} /></div>
      {pages.error ? <Trouble problem={pages.error} retry={pages.retry} /> : null}
      {pages.isPending ? <Skeleton active /> : null}
      {!pages.isPending && !pages.error && pages.items.length === 0 ? <Nothing text={t(state === 'open' ? 'duplicate.noneOpen' : 'duplicate.none')} /> : null}
      <div className={pages.isStale ? 'results results-stale' : 'results'}>
        {pages.items.map(pair => <Pair key={pair.id} pair={pair} />)}
      </div>
      <LoadMore pages={pages} />
    </div>
  )
}
