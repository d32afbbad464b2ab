import { Link } from 'react-router'
import type { Me } from '../../api/client'
import { useSession } from '../../app/session'
import { useI18n } from '../../i18n'
import { FirstReleasePanel } from '../showcase/FirstReleasePanel'
import { ItemActions } from './ItemActions'
import { ItemContent } from './ItemContent'
import { ItemFacts } from './ItemFacts'
import { ItemNotes } from './ItemNotes'
import { asListing, asNeed, type Item, type Kind } from './items'
import { Matches } from './Matches'
import './owner.css'
import { isStaff, rightsOf } from './rights'
import { StateTag, VisibilityTag } from './tags'
import { useSteps } from './useSteps'
import { useTitleOf } from './useTitleOf'

/** One listing or need as those see it who look after it. */
export function OwnItem({ kind, item }: { kind: Kind; item: Item }) {
  const { me } = useSession()
  return me ? <Page kind={kind} item={item} me={me} /> : null
}

function Page({ kind, item, me }: { kind: Kind; item: Item; me: Me }) {
  const { t, ago } = useI18n()
  const titleOf = useTitleOf()
  const steps = useSteps(kind)
  const rights = rightsOf(me, kind, item)
  const listing = asListing(kind, item)
  const need = asNeed(kind, item)
  return (
    <div className="page">
      <header className="owner-head">
        <Link className="owner-back screen-only" to={`/work/${kind}`}>{t(isStaff(me) ? `owner.all.${kind}` : `work.${kind}`)}</Link>
        <div className="head-row">
          <h1>{titleOf(item)}</h1>
          <div className="screen-only"><ItemActions kind={kind} item={item} rights={rights} steps={steps} place="page" /></div>
        </div>
        <p className="row">
          <StateTag state={item.state} />
          {need ? <VisibilityTag visibility={need.visibility} /> : null}
          {isStaff(me) && item.organisationName ? <span>{item.organisationName}</span> : null}
          <span className="quiet">{t('owner.changedAgo', { ago: ago(item.updatedAt ?? item.createdAt) })}</span>
        </p>
      </header>
      <ItemNotes kind={kind} item={item} rights={rights} />
      <div className="columns">
        <Matches kind={kind} item={item} me={me} own={rights.own} />
        <div className="owner-side">
          <ItemFacts kind={kind} item={item} />
          <ItemContent kind={kind} item={item} open={item.state === 'submitted' && rights.approval.byMe} />
        </div>
      </div>
      {listing && rights.change !== 'no' ? <FirstReleasePanel listing={listing} /> : null}
      {steps.dialog}
    </div>
  )
}
