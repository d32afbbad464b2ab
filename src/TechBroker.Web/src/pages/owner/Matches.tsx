import { Button, Skeleton } from 'antd'
import { useId, useMemo, useState } from 'react'
import type { Me } from '../../api/client'
import { useI18n } from '../../i18n'
import { LoadMore } from '../../shared/LoadMore'
import { Nothing } from '../../shared/Nothing'
import { Trouble } from '../../shared/Trouble'
import { EngagedCard } from './EngagedCard'
import { otherKind, type Item, type Kind } from './items'
import { MatchCard } from './MatchCard'
import { byLevel, byPartner, type Match } from './pairs'
import { useEngagements } from './useEngagements'
import { useMatches } from './useMatches'
import { WhyDialog } from './WhyDialog'

/** What the item was matched with, the best first, and with whom people talk about it already. */
export function Matches({ kind, item, me, own }: { kind: Kind; item: Item; me: Me; own: boolean }) {
  const { t } = useI18n()
  const { pages, isBeingMatched } = useMatches(kind, item)
  const { data } = useEngagements()
  const partners = useMemo(() => byPartner(data ?? [], kind, item.id), [data, kind, item.id])
  const [more, setMore] = useState(false)
  const [asks, setAsks] = useState(false)
  const moreId = useId()
  const groups = byLevel(pages.items)
  const partnerOf = (match: Match) => (kind === 'listings' ? match.needId : match.listingId)

  // What people brought to one another need not be among the matches: hidden needs, items that were changed or left the market.
  const matched = new Set(pages.items.map(partnerOf))
  const others = pages.isPending ? [] : [...partners].filter(([partner]) => !matched.has(partner))
  const card = (match: Match) => (
    <MatchCard key={match.id} kind={kind} itemId={item.id} match={match} me={me} own={own} engagement={partners.get(partnerOf(match))} />
  )
  return (
    <section className="owner-matches" aria-busy={pages.isPending || isBeingMatched}>
      <div className="head-row">
        <h2>{t('owner.matches')}</h2>
        {item.state === 'published' && !item.mergedInto ? <Button className="screen-only" onClick={() => setAsks(true)}>{t(`owner.why.button.${otherKind(kind)}`)}</Button> : null}
      </div>
      {pages.error ? <Trouble problem={pages.error} retry={pages.retry} /> : null}
      {pages.isPending || isBeingMatched ? <div className="card" role="status" aria-label={t('owner.matching')}><Skeleton active />{isBeingMatched ? <p className="quiet">{t('owner.matching')}</p> : null}</div> : null}
      {others.length > 0 ? (
        <>
          <h3>{t('owner.engaged')}</h3>
          {others.map(([partner, engagement]) => <EngagedCard key={partner} kind={kind} engagement={engagement} me={me} own={own} />)}
        </>
      ) : null}
      {groups.good.length > 0 ? <h3>{t('owner.level.good', { n: groups.good.length })}</h3> : null}
      {groups.good.map(card)}
      {groups.worthALook.length > 0 ? <h3>{t('owner.level.look', { n: groups.worthALook.length })}</h3> : null}
      {groups.worthALook.map(card)}
      {!pages.isPending && !isBeingMatched && !pages.error && groups.good.length + groups.worthALook.length === 0 ? (
        <div className="card"><Nothing text={t(item.state !== 'published' ? 'owner.noMatches.closed' : groups.more.length > 0 ? 'owner.noMatches.weak' : 'owner.noMatches')} /></div>
      ) : null}
      {groups.more.length > 0 ? (
        <Button className="owner-more screen-only" aria-expanded={more} aria-controls={moreId} onClick={() => setMore(!more)}>
          {t(more ? 'owner.less' : 'owner.moreMatches', { n: pages.hasMore ? `${groups.more.length}+` : groups.more.length })}
        </Button>
      ) : null}
      <div id={moreId} className="owner-matches">
        {more ? <>{groups.more.map(card)}<LoadMore pages={pages} /></> : null}
      </div>
      {asks ? <WhyDialog kind={kind} item={item} onClose={() => setAsks(false)} /> : null}
    </section>
  )
}
