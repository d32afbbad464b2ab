import { useI18n } from '../../i18n'
import { Facts } from '../../shared/Facts'
import { FieldTags, ModeTags } from '../../shared/market'
import { useNames, useRegionName } from '../../shared/vocabularies'
import { LinkButton } from '../../shared/LinkButton'
import { asListing, asNeed, type Item, type Kind } from './items'

export function ItemFacts({ kind, item }: { kind: Kind; item: Item }) {
  const { t, money, day } = useI18n()
  const region = useRegionName([item.regionCode])
  const level = useNames('trl')
  const listing = asListing(kind, item)
  const need = asNeed(kind, item)
  const trl = listing?.trl
  const minTrl = need?.minTrl
  return (
    <aside className="panel" aria-label={t('item.facts')}>
      <h2>{t('item.facts')}</h2>
      <Facts
        items={[
          [t('market.maturity'), trl ? `${t('market.trl', { n: trl })} · ${level(String(trl))}` : null],
          [t('need.wantedMaturity'), minTrl ? `${t('market.minTrl', { n: minTrl })} · ${level(String(minTrl))}` : null],
          [t('market.field'), item.fields.length > 0 ? <FieldTags key="fields" fields={item.fields} /> : null],
          [t('market.mode'), item.cooperationModes.length > 0 ? <ModeTags key="modes" modes={item.cooperationModes} /> : null],
          [t('market.price'), listing ? (listing.askingPrice ? money(listing.askingPrice) : t('market.priceOpen')) : null],
          [t('need.budget'), need ? (need.budget ? money(need.budget) : t('market.priceOpen')) : null],
          [t('need.deadline'), need?.deadline ? day(need.deadline) : null],
          [t('market.region'), item.regionCode ? region(item.regionCode) : null],
          [t('market.keywords'), item.keywords.join(t('list.comma'))],
          [t('market.ip'), listing && listing.ip.length > 0 ? <Rights key="ip" rights={listing.ip} /> : null],
          [t('market.published'), item.publishedAt ? day(item.publishedAt) : null],
          [t('market.validUntil'), item.expiresOn ? day(item.expiresOn) : null],
          [t('owner.externalRef'), item.externalRef],
        ]}
      />
      {item.state === 'published' ? <div className="screen-only"><LinkButton to={`/${kind}/${item.id}`} block>{t('owner.publicPage')}</LinkButton></div> : null}
    </aside>
  )
}

function Rights({ rights }: { rights: NonNullable<ReturnType<typeof asListing>>['ip'] }) {
  const type = useNames('ip-types')
  const status = useNames('ip-statuses')
  return rights.map((right, i) => (
    <div key={i}>{type(right.type ?? '')} {right.number ?? ''} {right.status ? <span className="quiet">{status(right.status)}</span> : null}</div>
  ))
}
