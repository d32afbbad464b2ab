import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { listingPages, needPages } from '../../api/queries'
import { useI18n } from '../../i18n'
import { ListingCard, NeedCard } from '../../shared/market'
import { Nothing } from '../../shared/Nothing'
import { Trouble } from '../../shared/Trouble'
import { useCursorPages, type CursorPages } from '../../shared/useCursorPages'

interface Heading {
  headingId: string
  title: string
}

export function LatestListings(heading: Heading) {
  const pages = useCursorPages(listingPages({}, 6))
  return <Latest {...heading} pages={pages} to="/listings" card={listing => <ListingCard key={listing.id} listing={listing} />} />
}

export function LatestNeeds(heading: Heading) {
  const pages = useCursorPages(needPages({}, 6))
  return <Latest {...heading} pages={pages} to="/needs" card={need => <NeedCard key={need.id} need={need} />} />
}

function Latest<T>({ headingId, title, pages, to, card }: Heading & { pages: CursorPages<T>; to: string; card: (item: T) => ReactNode }) {
  const { t } = useI18n()
  return (
    <>
      <div className="section-head">
        <h2 id={headingId}>{title}</h2>
        <Link to={to}>{t('home.all')}</Link>
      </div>
      {pages.error ? <Trouble problem={pages.error} retry={pages.retry} /> : null}
      {pages.isPending ? <div className="grid">{[1, 2, 3].map(i => <div className="card" key={i}><Skeleton active /></div>)}</div> : null}
      {!pages.isPending && !pages.error && pages.items.length === 0 ? <Nothing text={t('search.noneYet')} /> : null}
      <div className="grid">{pages.items.map(card)}</div>
    </>
  )
}
