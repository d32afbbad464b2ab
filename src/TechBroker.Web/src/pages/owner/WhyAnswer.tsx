import { useQuery } from '@tanstack/react-query'
import { Alert, Skeleton } from 'antd'
import { Link } from 'react-router'
import { api, bodyOf, type Schema } from '../../api/client'
import { listingQuery, needQuery } from '../../api/queries'
import { useI18n } from '../../i18n'
import { Trouble } from '../../shared/Trouble'
import { otherKind, type Item, type Kind } from './items'
import { Reasons } from './Reasons'
import { Score } from './Score'
import { scorerKey } from './scorers'
import { useTitleOf } from './useTitleOf'

/** Where a pair stands, whether it was matched or not, in plain words. */
export function WhyAnswer({ kind, itemId, partnerId }: { kind: Kind; itemId: string; partnerId: string }) {
  const { t } = useI18n()
  const { data, error, refetch } = useQuery({
    queryKey: ['matches', 'why', kind, itemId, partnerId],
    queryFn: ({ signal }) => ask(kind, itemId, partnerId, signal),
    retry: false,
  })
  if (error) {
    return <Trouble problem={error} retry={() => void refetch()} />
  }
  return data ? <Answer kind={kind} why={data} /> : <div role="status" aria-label={t('loading')}><Skeleton active /></div>
}

function Answer({ kind, why }: { kind: Kind; why: Schema['WhyBody'] }) {
  const { t, number } = useI18n()
  const other = otherKind(kind)
  const partner = <TitleLink kind={other} id={kind === 'listings' ? why.needId : why.listingId} />
  const best = why.best
  return (
    <div className="owner-why-answer" aria-live="polite">
      <h3>{partner}</h3>
      <Score score={why.score} level={why.level} />
      {why.excluded ? <Alert type="warning" showIcon title={t('owner.why.excluded', { reason: why.excluded })} />
        : why.rank ? <p>{t(`owner.why.rank.${other}`, { rank: number(why.rank), of: number(why.of) })}</p>
        : <p>{t('owner.why.unranked')}</p>}
      {best ? (
        <p>
          {t('owner.why.best')}<TitleLink kind={other} id={kind === 'listings' ? best.needId : best.listingId} />
          {t('owner.why.behind', { best: number(Math.round(best.score * 100)), scorer: t(scorerKey(best.scorer)), behind: number(Math.round(best.behind * 100)) })}
        </p>
      ) : why.rank === 1 ? <p>{t('owner.why.first')}</p> : null}
      {why.reasons.length > 0 ? <Reasons reasons={why.reasons} all /> : null}
    </div>
  )
}

function TitleLink({ kind, id }: { kind: Kind; id: string }) {
  const titleOf = useTitleOf()
  const listing = useQuery({ ...listingQuery(id), enabled: kind === 'listings', retry: false })
  const need = useQuery({ ...needQuery(id), enabled: kind === 'needs', retry: false })
  const item: Item | undefined = kind === 'listings' ? listing.data : need.data
  return <Link to={`/${kind}/${id}`}>{item ? titleOf(item) : '…'}</Link>
}

function ask(kind: Kind, id: string, partnerId: string, signal: AbortSignal) {
  return kind === 'listings'
    ? bodyOf(api.GET('/api/v1/listings/{id}/matches/{needId}/why', { params: { path: { id, needId: partnerId } }, signal }))
    : bodyOf(api.GET('/api/v1/needs/{id}/matches/{listingId}/why', { params: { path: { id, listingId: partnerId } }, signal }))
}
