import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { Me } from '../../api/client'
import { listingQuery, needQuery } from '../../api/queries'
import { useI18n } from '../../i18n'
import { useRegionName } from '../../shared/vocabularies'
import { Interest } from './Interest'
import { asListing, asNeed, otherKind, type Item, type Kind } from './items'
import type { Engagement, Match } from './pairs'
import { Reasons } from './Reasons'
import { Score } from './Score'
import { VisibilityTag } from './tags'

/** One match: what stands on the other side, how well it fits and why, and what to do with it. */
export function MatchCard(props: { kind: Kind; itemId: string; match: Match; me: Me; own: boolean; engagement?: Engagement }) {
  const { t } = useI18n()
  const { kind, match } = props
  const partnerId = kind === 'listings' ? match.needId : match.listingId
  const partner = usePartner(otherKind(kind), partnerId)
  const title = (kind === 'listings' ? match.needTitle : match.listingTitle) ?? partner?.title ?? t(kind === 'listings' ? 'need.blindTitle' : 'owner.untitled')
  return (
    <article className={match.level >= 4 ? 'card owner-match owner-match-good' : 'card owner-match'}>
      <div className="owner-match-head">
        <h3><Link to={`/${otherKind(kind)}/${partnerId}`}>{title}</Link></h3>
        <Score score={match.score} level={match.level} />
      </div>
      {partner ? <PartnerFacts kind={otherKind(kind)} item={partner} /> : null}
      <Reasons reasons={match.reasons} />
      <Interest kind={kind} listingId={match.listingId} needId={match.needId} title={title} engagement={props.engagement} prominent={match.level >= 3} me={props.me} own={props.own} />
    </article>
  )
}

/** The match names the other side by its title alone. Whatever else the reader may not see is left out. */
function usePartner(kind: Kind, id: string): Item | undefined {
  const listing = useQuery({ ...listingQuery(id), enabled: kind === 'listings', retry: false, staleTime: 60_000 })
  const need = useQuery({ ...needQuery(id), enabled: kind === 'needs', retry: false, staleTime: 60_000 })
  return kind === 'listings' ? listing.data : need.data
}

function PartnerFacts({ kind, item }: { kind: Kind; item: Item }) {
  const { t, money, day } = useI18n()
  const region = useRegionName([item.regionCode])
  const listing = asListing(kind, item)
  const need = asNeed(kind, item)
  return (
    <p className="card-facts">
      {item.organisationName ? <span className="card-owner">{item.organisationName}</span> : null}
      {need && need.visibility !== 'open' ? <VisibilityTag visibility={need.visibility} /> : null}
      {listing?.trl ? <span>{t('market.trl', { n: listing.trl })}</span> : null}
      {need?.minTrl ? <span>{t('market.minTrl', { n: need.minTrl })}</span> : null}
      {item.regionCode ? <span>{region(item.regionCode)}</span> : null}
      {listing?.askingPrice ? <span>{money(listing.askingPrice)}</span> : null}
      {need?.budget ? <span>{t('market.budget', { amount: money(need.budget) })}</span> : null}
      {need?.deadline ? <span>{t('market.until', { day: day(need.deadline) })}</span> : null}
    </p>
  )
}
