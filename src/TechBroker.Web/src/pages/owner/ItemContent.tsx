import { useI18n } from '../../i18n'
import { Paragraphs } from '../../shared/ItemPage'
import { asListing, asNeed, type Item, type Kind } from './items'

/** The text, folded away: whoever looks after the item knows it, and comes for the matches. Whoever approves it has to read it. */
export function ItemContent({ kind, item, open }: { kind: Kind; item: Item; open: boolean }) {
  const { t } = useI18n()
  const summary = asListing(kind, item)?.summary
  const blindSummary = asNeed(kind, item)?.blindSummary
  if (!summary && !blindSummary && !item.description) {
    return null
  }
  return (
    <details className="panel owner-content" open={open}>
      <summary>{t('owner.content')}</summary>
      {summary ? <p><strong>{summary}</strong></p> : null}
      <Paragraphs text={item.description} />
      {blindSummary ? <p><span className="quiet">{t('owner.blindSummary')}</span><br />{blindSummary}</p> : null}
    </details>
  )
}
