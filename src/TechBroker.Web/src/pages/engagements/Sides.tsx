import { LockOutlined } from '@ant-design/icons'
import { Tag } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useI18n } from '../../i18n'
import { FieldTags } from '../../shared/market'
import { useRegionName } from '../../shared/vocabularies'
import type { Engagement } from './queries'
import { useOrganisation, useViewer } from './viewer'

/** The two that are brought together, each as the API opens it to the reader. */
export function Sides({ engagement }: { engagement: Engagement }) {
  return (
    <div className="engagements-sides">
      <ListingSide engagement={engagement} />
      <NeedSide engagement={engagement} />
    </div>
  )
}

function ListingSide({ engagement }: { engagement: Engagement }) {
  const { t } = useI18n()
  const me = useViewer()
  const { listing, yourSide } = engagement
  const owner = useOrganisation(listing?.organisationId)
  if (!listing) {
    return null
  }
  const works = me.isStaff || yourSide === 'listing'
  return (
    <Side kind={t('market.listing')} own={yourSide === 'listing'} interest={engagement.listingInterestAt} state={engagement.state}>
      <h3><Link to={`${works ? '/work' : ''}/listings/${listing.id}`}>{listing.title}</Link></h3>
      {owner ? <p className="card-owner">{owner.name}</p> : null}
    </Side>
  )
}

function NeedSide({ engagement }: { engagement: Engagement }) {
  const { t } = useI18n()
  const me = useViewer()
  const { need, yourSide } = engagement
  const region = useRegionName([need?.regionCode])
  const owner = useOrganisation(need?.organisationId)
  if (!need) {
    return null
  }
  const works = me.isStaff || yourSide === 'need'
  return (
    <Side kind={t('market.need')} own={yourSide === 'need'} interest={engagement.needInterestAt} state={engagement.state}>
      <h3>{need.title ? <Link to={`${works ? '/work' : ''}/needs/${need.id}`}>{need.title}</Link> : t('need.blindTitle')}</h3>
      {owner ? <p className="card-owner">{owner.name}</p> : null}
      {need.title ? null : <p className="card-text">{need.blindSummary ?? t('need.blindNoSummary')}</p>}
      <FieldTags fields={need.fields} />
      {need.regionCode ? <p className="card-facts"><span>{region(need.regionCode)}</span></p> : null}
      {need.disclosed ? null : <p className="quiet"><LockOutlined aria-hidden /> {t('engagement.undisclosed')}</p>}
    </Side>
  )
}

function Side(props: { kind: string; own: boolean; interest: string | null | undefined; state: string; children: ReactNode }) {
  const { t, day } = useI18n()
  return (
    <section className="card" aria-label={props.kind}>
      <p className="row">
        <Tag>{props.kind}</Tag>
        {props.own ? <Tag color="blue">{t('engagement.yours')}</Tag> : null}
        <span className="quiet">{props.interest ? t('engagement.interestedOn', { day: day(props.interest) }) : props.state === 'closed' ? '' : t('engagement.notYet')}</span>
      </p>
      {props.children}
    </section>
  )
}
