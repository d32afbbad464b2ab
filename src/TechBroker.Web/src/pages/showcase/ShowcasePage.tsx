import { QRCode, Skeleton } from 'antd'
import { Link } from 'react-router'
import type { Listing } from '../../api/client'
import { listingPages } from '../../api/queries'
import { useI18n } from '../../i18n'
import { LoadMore } from '../../shared/LoadMore'
import { FieldTags } from '../../shared/market'
import { Nothing } from '../../shared/Nothing'
import { Trouble } from '../../shared/Trouble'
import { useCursorPages } from '../../shared/useCursorPages'
import { useTitle } from '../../shared/useTitle'

/** From a system shown at work on (TRL 7) there is something to look at. */
const ripe = '7'

/** 橙果铺子: results that are ripe enough to be shown, each with the code that leads a phone to its page. */
export function Component() {
  const { t } = useI18n()
  useTitle(t('nav.showcase'))
  const pages = useCursorPages(listingPages({ minTrl: ripe }, 12))
  return (
    <div className="page">
      <header className="page-head">
        <h1>{t('showcase.title')}</h1>
        <p>{t('showcase.text')}</p>
      </header>
      {pages.error ? <Trouble problem={pages.error} retry={pages.retry} /> : null}
      {!pages.isPending && !pages.error && pages.items.length === 0 ? <Nothing text={t('showcase.none')} /> : null}
      <div className="grid showcase">
        {pages.isPending ? [1, 2, 3, 4, 5, 6].map(i => <div className="card" key={i}><Skeleton active /></div>) : pages.items.map(item => <Exhibit key={item.id} listing={item} />)}
      </div>
      <LoadMore pages={pages} />
    </div>
  )
}

function Exhibit({ listing }: { listing: Listing }) {
  const { t } = useI18n()
  const to = `/listings/${listing.id}`
  return (
    <article className="card exhibit">
      <div>
        <h2><Link to={to}>{listing.title}</Link></h2>
        {listing.organisationName ? <p className="card-owner">{listing.organisationName}</p> : null}
        <p className="card-text">{listing.summary}</p>
        <FieldTags fields={listing.fields} />
        {listing.trl ? <p className="card-facts"><span>{t('market.trl', { n: listing.trl })}</span></p> : null}
      </div>
      <figure className="exhibit-code" aria-hidden>
        <QRCode type="svg" value={location.origin + to} size={84} bordered={false} color="#000" bgColor="#fff" />
        <figcaption>{t('showcase.scan')}</figcaption>
      </figure>
    </article>
  )
}
