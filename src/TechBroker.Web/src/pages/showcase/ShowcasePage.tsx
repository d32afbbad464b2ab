import { Skeleton } from 'antd'
import { useState } from 'react'
import { useI18n } from '../../i18n'
import { LinkButton } from '../../shared/LinkButton'
import { LoadMore } from '../../shared/LoadMore'
import { Nothing } from '../../shared/Nothing'
import { Trouble } from '../../shared/Trouble'
import { useCursorPages } from '../../shared/useCursorPages'
import { useTitle } from '../../shared/useTitle'
import { Exhibit } from './Exhibit'
import { PrintCards, type Paper } from './PrintCards'
import { showcasePages } from './queries'
import './showcase.css'

/** An exhibition has some thirty first releases. */
const atOnce = 24

/** 橙果铺子: what is shown for the first time, the newest large, each with the code that leads a phone to its page. Prints one card a page. */
export function Component() {
  const { t } = useI18n()
  useTitle(t('nav.showcase'))
  const [paper, setPaper] = useState<Paper>('a4')
  const pages = useCursorPages(showcasePages(atOnce))
  const isEmpty = !pages.isPending && !pages.error && pages.items.length === 0
  return (
    <div className={`page showcase-page showcase-${paper}`}>
      <header className="page-head showcase-head">
        <div>
          <h1>{t('showcase.title')}</h1>
          <p>{t('showcase.text')}</p>
        </div>
        {pages.items.length > 0 ? <PrintCards onPrint={setPaper} /> : null}
      </header>
      {pages.error ? <Trouble problem={pages.error} retry={pages.retry} /> : null}
      {isEmpty ? <Nothing text={t('showcase.none')}><LinkButton to="/listings" type="primary">{t('showcase.toListings')}</LinkButton></Nothing> : null}
      <div className="exhibits" aria-busy={pages.isPending}>
        {pages.isPending ? [1, 2, 3].map(i => <Placeholder key={i} wide={i === 1} />) : pages.items.map((item, i) => <Exhibit key={item.listingId} item={item} wide={i === 0} />)}
      </div>
      <LoadMore pages={pages} />
    </div>
  )
}

function Placeholder({ wide }: { wide: boolean }) {
  return (
    <div className={wide ? 'exhibit exhibit-wide' : 'exhibit'}>
      <div className="exhibit-picture"><span className="exhibit-blank" /></div>
      <div className="exhibit-body"><Skeleton active /></div>
    </div>
  )
}
