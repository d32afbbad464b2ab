import { BulbOutlined } from '@ant-design/icons'
import { Alert } from 'antd'
import { Link } from 'react-router'
import { useI18n } from '../../i18n'
import { hintsOf } from './hints'
import { asListing, asNeed, type Item, type Kind } from './items'
import type { Rights } from './rights'
import { isOver, mayEdit } from './states'

/** What whoever looks after the item should know: what the API warns of, what became of it, and what would make for better matches. */
export function ItemNotes({ kind, item, rights }: { kind: Kind; item: Item; rights: Rights }) {
  const { t } = useI18n()
  const edit = `/work/${kind}/${item.id}/edit`
  const editable = rights.change !== 'no' && mayEdit(kind, item, rights.approval)
  const returnReason = asListing(kind, item)?.returnReason
  const locked = rights.change === 'yes' && !editable && !isOver(item.state) && !item.mergedInto
  const hints = rights.change === 'no' ? [] : hintsOf(kind, item)
  const visibility = asNeed(kind, item)?.visibility
  return (
    <>
      {item.mergedInto ? <Alert type="warning" showIcon title={t('owner.merged')} action={<Link to={`/work/${kind}/${item.mergedInto}`}>{t('owner.mergedInto')}</Link>} /> : null}
      {returnReason ? <Alert type="error" showIcon title={t('owner.returned', { reason: returnReason })} /> : null}
      {locked ? <Alert type="info" showIcon title={t('owner.locked')} /> : null}
      {item.state === 'submitted' ? <Alert type="info" showIcon title={t(rights.approval.byMe ? 'owner.awaitsYou' : 'owner.awaitsApprover')} /> : null}
      {visibility === 'blind' || visibility === 'private' ? <Alert type="info" showIcon title={t(`owner.visibilityText.${visibility}`)} /> : null}
      {(item.warnings ?? []).map((warning, i) => (
        <Alert key={i} type="warning" showIcon title={warning.message} action={editable ? <Link to={edit}>{t('owner.toEdit')}</Link> : undefined} />
      ))}
      {hints.length > 0 ? (
        <section className="owner-hints" aria-label={t('owner.hints')}>
          <BulbOutlined aria-hidden />
          <div>
            <p>{t('owner.hints')}</p>
            <ul>{hints.map(hint => <li key={hint}>{t(`owner.hint.${hint}`)}</li>)}</ul>
          </div>
          {editable ? <Link to={edit}>{t('owner.toEdit')}</Link> : null}
        </section>
      ) : null}
    </>
  )
}
