import { Checkbox, Skeleton } from 'antd'
import { Link } from 'react-router'
import { useI18n } from '../../i18n'
import { Highlighted } from '../../shared/Highlighted'
import { LoadMore } from '../../shared/LoadMore'
import { Trouble } from '../../shared/Trouble'
import { ItemActions } from './ItemActions'
import { asListing, asNeed, type Item } from './items'
import { ReturnReason } from './ItemTable'
import type { ListProps } from './list'
import { isStaff, rightsOf } from './rights'
import { StateTag, VisibilityTag } from './tags'
import { useTitleOf } from './useTitleOf'

/** The list on a phone. */
export function ItemCards(props: ListProps) {
  const { pages } = props
  if (pages.isPending) {
    return <div className="results" aria-busy>{[1, 2, 3].map(i => <div className="card" key={i}><Skeleton active paragraph={{ rows: 2 }} /></div>)}</div>
  }
  return (
    <>
      {pages.error ? <Trouble problem={pages.error} retry={pages.retry} /> : null}
      {!pages.error && pages.items.length === 0 ? props.empty : null}
      <div className={pages.isStale ? 'results results-stale' : 'results'}>
        {pages.items.map(item => <ItemCard key={item.id} {...props} item={item} />)}
      </div>
      <LoadMore pages={pages} />
    </>
  )
}

function ItemCard({ kind, me, item, steps, question, selection }: ListProps & { item: Item }) {
  const { t, ago, day } = useI18n()
  const titleOf = useTitleOf()
  const isSelected = selection?.selected.some(other => other.id === item.id)
  const select = (on: boolean) => selection?.onSelect(on ? [...selection.selected, item] : selection.selected.filter(other => other.id !== item.id))
  const trl = asListing(kind, item)?.trl
  const minTrl = asNeed(kind, item)?.minTrl
  return (
    <article className="card">
      <div className="owner-card-head">
        <span className="tags"><StateTag state={item.state} />{kind === 'needs' ? <VisibilityTag visibility={asNeed(kind, item)!.visibility} /> : null}</span>
        {selection ? <Checkbox aria-label={t('owner.select', { title: titleOf(item) })} checked={isSelected} onChange={event => select(event.target.checked)} /> : null}
      </div>
      <h3><Link to={`/work/${kind}/${item.id}`}><Highlighted text={titleOf(item)} question={question} /></Link></h3>
      {isStaff(me) && item.organisationName ? <p className="card-owner">{item.organisationName}</p> : null}
      <ReturnReason item={item} />
      <p className="card-facts">
        {trl ? <span>{t('market.trl', { n: trl })}</span> : null}
        {minTrl ? <span>{t('market.minTrl', { n: minTrl })}</span> : null}
        <span>{ago(item.updatedAt ?? item.createdAt)}</span>
        {item.expiresOn ? <span>{t('owner.until', { day: day(item.expiresOn) })}</span> : null}
      </p>
      <ItemActions kind={kind} item={item} rights={rightsOf(me, kind, item)} steps={steps} place="list" />
    </article>
  )
}
