import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import type { Listing } from '../../api/client'
import { listingQuery } from '../../api/queries'
import { useI18n } from '../../i18n'
import { Facts } from '../../shared/Facts'
import { ItemPage, Paragraphs } from '../../shared/ItemPage'
import { ItemTrouble } from '../../shared/ItemTrouble'
import { FieldTags, ModeTags } from '../../shared/market'
import { PageSkeleton } from '../../shared/PageSkeleton'
import { useTitle } from '../../shared/useTitle'
import { useNames, useRegionName } from '../../shared/vocabularies'
import { Contact } from './Contact'
import { FirstRelease } from './FirstRelease'
import { IpList } from './IpList'

export function Component() {
  const { t } = useI18n()
  const { data, error, refetch } = useQuery(listingQuery(useParams().id!))
  useTitle(data?.title)
  if (error) {
    return <ItemTrouble problem={error} retry={() => void refetch()} list="/listings" />
  }
  if (!data) {
    return <PageSkeleton />
  }
  return (
    <ItemPage
      kind={t('market.listing')}
      title={data.title}
      owner={data.organisationName}
      facts={<ListingFacts listing={data} />}
      actions={<Contact kind="listing" item={data} />}
      picture={<FirstRelease listingId={data.id} />}
    >
      {data.summary ? <p className="lead">{data.summary}</p> : null}
      <Paragraphs text={data.description} />
      <FieldTags fields={data.fields} />
      {data.ip.length > 0 ? <IpList rights={data.ip} /> : null}
    </ItemPage>
  )
}

function ListingFacts({ listing }: { listing: Listing }) {
  const { t, money, day } = useI18n()
  const region = useRegionName()
  const level = useNames('trl')
  return (
    <Facts
      items={[
        [t('market.maturity'), listing.trl ? `${t('market.trl', { n: listing.trl })} · ${level(String(listing.trl))}` : null],
        [t('market.price'), listing.askingPrice ? <strong key="price">{money(listing.askingPrice)}</strong> : t('market.priceOpen')],
        [t('market.mode'), listing.cooperationModes.length > 0 ? <ModeTags key="modes" modes={listing.cooperationModes} /> : null],
        [t('market.region'), listing.regionCode ? region(listing.regionCode) : null],
        [t('market.keywords'), listing.keywords.join(t('list.comma'))],
        [t('market.published'), listing.publishedAt ? day(listing.publishedAt) : null],
        [t('market.validUntil'), listing.expiresOn ? day(listing.expiresOn) : null],
      ]}
    />
  )
}
