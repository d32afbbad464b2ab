import { useQuery } from '@tanstack/react-query'
import { Skeleton, Tag } from 'antd'
import { Link } from 'react-router'
import { listingQuery, needQuery } from '../../../api/queries'
import { useI18n } from '../../../i18n'
import { Facts } from '../../../shared/Facts'
import { Trouble } from '../../../shared/Trouble'
import { useRegionName } from '../../../shared/vocabularies'

/** One of the two, with what tells it from the other. */
export function Side({ kind, id, label, kept }: { kind: string; id: string; label: string; kept: boolean }) {
  const { t, day } = useI18n()
  const isNeed = kind === 'need'
  const listing = useQuery({ ...listingQuery(id), enabled: !isNeed })
  const need = useQuery({ ...needQuery(id), enabled: isNeed })
  const region = useRegionName()
  const { data, error } = isNeed ? need : listing
  if (error) {
    return <Trouble problem={error} />
  }
  if (!data) {
    return <Skeleton active />
  }
  const numbers = listing.data?.ip.flatMap(right => (right.number ? [right.number] : [])) ?? []
  return (
    <section className="organiser-side">
      <small className="quiet">{label}</small>
      <h3><Link to={`/work/${isNeed ? 'needs' : 'listings'}/${id}`}>{data.title ?? t('need.blindTitle')}</Link> {kept ? <Tag color="green">{t('duplicate.kept')}</Tag> : null}</h3>
      <p className="organiser-clamp">{data.description}</p>
      <Facts
        items={[
          [t('duplicate.owner'), data.organisationName],
          [t('duplicate.rights'), numbers.join(t('list.comma'))],
          [t('market.region'), data.regionCode ? region(data.regionCode) : null],
          [t('duplicate.created'), day(data.createdAt)],
        ]}
      />
    </section>
  )
}
