import { QRCode } from 'antd'
import { Link } from 'react-router'
import type { Schema } from '../../api/client'
import { useI18n } from '../../i18n'
import { FieldTags } from '../../shared/market'
import { pitchOf } from './pitch'

export type Shown = Pick<Schema['ShowcaseBody'], 'listingId' | 'title' | 'organisationName' | 'fields' | 'trl' | 'pitchZh' | 'pitchEn' | 'since' | 'picture'>

/** A first release: its picture, the one line, whose it is, and the code that leads a phone to it. On paper a card of its own. */
export function Exhibit({ item, wide }: { item: Shown; wide?: boolean }) {
  const { t, language, day } = useI18n()
  const to = `/listings/${item.listingId}`
  const pitch = pitchOf(item, language)
  return (
    <article className={wide ? 'exhibit exhibit-wide' : 'exhibit'}>
      <Link to={to} className="exhibit-picture" tabIndex={-1} aria-hidden>
        <Picture item={item} eager={wide} />
      </Link>
      <div className="exhibit-body">
        <div className="exhibit-text">
          <h2><Link to={to}>{pitch ?? item.title}</Link></h2>
          {pitch ? <p className="exhibit-title">{item.title}</p> : null}
          {item.organisationName ? <p className="exhibit-owner">{item.organisationName}</p> : null}
          <FieldTags fields={item.fields} />
          <p className="card-facts">
            {item.trl ? <span>{t('market.trl', { n: item.trl })}</span> : null}
            <span>{t('showcase.since', { day: day(item.since) })}</span>
          </p>
        </div>
        <figure className="exhibit-code" aria-hidden>
          <QRCode type="svg" value={location.origin + to} size={104} bordered={false} color="#000" bgColor="#fff" />
          <figcaption>{t('showcase.scan')}</figcaption>
        </figure>
      </div>
    </article>
  )
}

function Picture({ item, eager }: { item: Shown; eager?: boolean }) {
  const { picture } = item
  return picture
    ? <img src={picture.path} width={picture.width} height={picture.height} alt="" loading={eager ? 'eager' : 'lazy'} decoding="async" />
    : <span className="exhibit-blank">{item.title}</span>
}
