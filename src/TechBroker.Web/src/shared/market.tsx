import { Tag } from 'antd'
import { Link } from 'react-router'
import type { Listing, Need } from '../api/client'
import { useI18n } from '../i18n'
import { Highlighted } from './Highlighted'
import { bestText, excerpt } from './highlight'
import { useFieldName, useNames, useRegionName } from './vocabularies'

const excerptLength = 110

/** A listing in a list: what it is, how ripe, where, what it costs. */
export function ListingCard({ listing, question }: { listing: Listing; question?: string }) {
  const { t, money, ago } = useI18n()
  const region = useRegionName([listing.regionCode])
  const text = bestText([listing.summary, listing.description], question)
  return (
    <article className="card">
      <h3><Link to={`/listings/${listing.id}`}><Highlighted text={listing.title} question={question} /></Link></h3>
      {listing.organisationName ? <p className="card-owner">{listing.organisationName}</p> : null}
      {text ? <p className="card-text"><Highlighted text={excerpt(text, question, excerptLength)} question={question} /></p> : null}
      <FieldTags fields={listing.fields} />
      <p className="card-facts">
        {listing.trl ? <span>{t('market.trl', { n: listing.trl })}</span> : null}
        {listing.regionCode ? <span>{region(listing.regionCode)}</span> : null}
        <span>{listing.askingPrice ? money(listing.askingPrice) : t('market.priceOpen')}</span>
        {listing.publishedAt ? <span>{ago(listing.publishedAt)}</span> : null}
      </p>
    </article>
  )
}

/** A need in a list; of a blind one there is a summary, a coarse region and a coarse field. */
export function NeedCard({ need, question }: { need: Need; question?: string }) {
  const { t, money, ago, day } = useI18n()
  const region = useRegionName([need.regionCode])
  const text = need.title ? need.description : need.blindSummary
  return (
    <article className="card">
      <h3>
        <Link to={`/needs/${need.id}`}><Highlighted text={need.title ?? t('need.blindTitle')} question={question} /></Link>
        {need.visibility === 'blind' ? <Tag>{t('need.blind')}</Tag> : null}
      </h3>
      {need.organisationName ? <p className="card-owner">{need.organisationName}</p> : null}
      {text ? <p className="card-text"><Highlighted text={excerpt(text, question, excerptLength)} question={question} /></p> : null}
      <FieldTags fields={need.fields} />
      <p className="card-facts">
        {need.minTrl ? <span>{t('market.minTrl', { n: need.minTrl })}</span> : null}
        {need.regionCode ? <span>{region(need.regionCode)}</span> : null}
        {need.budget ? <span>{t('market.budget', { amount: money(need.budget) })}</span> : null}
        {need.deadline ? <span>{t('market.until', { day: day(need.deadline) })}</span> : null}
        {need.publishedAt ? <span>{ago(need.publishedAt)}</span> : null}
      </p>
    </article>
  )
}

export function FieldTags({ fields }: { fields: readonly string[] }) {
  const name = useFieldName()
  return fields.length > 0 ? <p className="tags">{fields.map(field => <Tag key={field}>{name(field)}</Tag>)}</p> : null
}

export function ModeTags({ modes }: { modes: readonly string[] }) {
  const name = useNames('cooperation-modes')
  return <span className="tags">{modes.map(mode => <Tag key={mode}>{name(mode)}</Tag>)}</span>
}
