import { DownOutlined, EllipsisOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useI18n } from '../../i18n'
import { LinkButton } from '../../shared/LinkButton'
import type { Item, Kind } from './items'
import type { Rights } from './rights'
import { actionsOf, mayEdit, type Action } from './states'
import type { Steps } from './useSteps'
import { useTitleOf } from './useTitleOf'

/** What can be done with an item: in a list its next step and the rest in a menu. Whoever approves goes to the page and reads it first. */
export function ItemActions({ kind, item, rights, steps, place }: { kind: Kind; item: Item; rights: Rights; steps: Steps; place: 'list' | 'page' }) {
  const { t } = useI18n()
  const titleOf = useTitleOf()
  if (rights.change === 'no' || (rights.change === 'perhaps' && place === 'list')) {
    return null
  }

  const all = actionsOf(kind, item, rights.approval)
  const reviews = place === 'list' && all.includes('approve')
  const [next, ...others] = place === 'list' ? all.filter(action => action !== 'approve' && action !== 'return') : all
  // To leave the market for good is never the one button that is at hand.
  const first = next === 'withdraw' ? undefined : next
  const rest = first ? others : all.filter(action => action === 'withdraw')
  const size = place === 'list' ? 'small' : undefined
  const type = place === 'list' ? 'link' : undefined
  const busy = steps.busy === item.id
  const look = (action: Action) => (place === 'page' && action !== 'suspend' ? 'primary' : type)
  return (
    <span className="owner-actions">
      {mayEdit(kind, item, rights.approval) ? <LinkButton to={`/work/${kind}/${item.id}/edit`} size={size} type={type}>{t('owner.edit')}</LinkButton> : null}
      {reviews ? <LinkButton to={`/work/${kind}/${item.id}`} size={size} type={type}>{t('owner.review')}</LinkButton> : null}
      {first ? <Button size={size} type={look(first)} loading={busy} onClick={() => steps.take(item, first, rights)}>{t(`owner.action.${first}`)}</Button> : null}
      {rest.length > 0 ? (
        <Dropdown
          trigger={['click']}
          autoFocus
          menu={{
            items: rest.map(action => ({ key: action, label: t(`owner.action.${action}`), danger: action === 'withdraw' })),
            onClick: ({ key }) => steps.take(item, key as Action, rights),
          }}
        >
          <Button
            size={size}
            type={type}
            icon={place === 'list' ? <EllipsisOutlined /> : <DownOutlined />}
            iconPlacement="end"
            loading={busy && !first}
            aria-label={t('owner.moreOf', { title: titleOf(item) })}
          >
            {place === 'list' ? null : t('owner.more')}
          </Button>
        </Dropdown>
      ) : null}
    </span>
  )
}
