import { Link } from 'react-router'
import type { Me } from '../../api/client'
import { useI18n } from '../../i18n'
import { FieldTags } from '../../shared/market'
import { useRegionName } from '../../shared/vocabularies'
import { Interest } from './Interest'
import type { Kind } from './items'
import type { Engagement } from './pairs'
import { VisibilityTag } from './tags'

/** An engagement of the item that is not among its matches. Of a hidden need it shows what the API gives, which may be no more than a region and a field. */
export function EngagedCard({ kind, engagement, me, own }: { kind: Kind; engagement: Engagement; me: Me; own: boolean }) {
  const { t } = useI18n()
  const need = kind === 'listings' ? engagement.need : null
  const region = useRegionName([need?.regionCode])
  const title = kind === 'listings' ? need?.title ?? t(need?.visibility === 'private' ? 'owner.privateTitle' : 'need.blindTitle') : engagement.listing?.title ?? t('owner.untitled')
  if (!engagement.listingId || !engagement.needId) {
    return null
  }
  return (
    <article className="card owner-match">
      <div className="owner-match-head">
        <h3><Link to={`/work/engagements/${engagement.id}`}>{title}</Link></h3>
        {need && need.visibility !== 'open' ? <VisibilityTag visibility={need.visibility} /> : null}
      </div>
      {need && !need.title ? <p className="card-text">{need.blindSummary ?? t('need.blindNoSummary')}</p> : null}
      {need && !need.title && (need.regionCode || need.fields.length > 0) ? (
        <div className="row">{need.regionCode ? <span className="quiet">{region(need.regionCode)}</span> : null}<FieldTags fields={need.fields} /></div>
      ) : null}
      <Interest kind={kind} listingId={engagement.listingId} needId={engagement.needId} title={title} engagement={engagement} prominent me={me} own={own} />
    </article>
  )
}
