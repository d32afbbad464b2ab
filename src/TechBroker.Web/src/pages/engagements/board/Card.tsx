import { SwapOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { Link } from 'react-router'
import { useI18n } from '../../../i18n'
import { Idle, Marks } from '../Marks'
import { stepText } from '../NextSteps'
import type { Engagement } from '../queries'
import { stateText, type State } from '../states'
import type { StepKey } from '../steps'
import { useManagerName } from '../viewer'

export function Card(props: { engagement: Engagement; targets: Map<State, StepKey>; onDrag: () => void; onMove: (to: State) => void }) {
  const { t } = useI18n()
  const managerName = useManagerName()
  const { engagement, targets } = props
  const title = engagement.listing?.title ?? t('engagement.closedFile')
  return (
    <article
      className="engagements-card"
      data-engagement={engagement.id}
      draggable={targets.size > 0}
      onDragStart={event => {
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', title)
        // Chrome ends a drag whose start changes the page at once.
        setTimeout(props.onDrag)
      }}
    >
      <div className="engagements-card-head">
        <h3><Link to={`/work/engagements/${engagement.id}`} draggable={false}>{title}</Link></h3>
        {targets.size > 0 ? (
          <Dropdown
            autoFocus
            trigger={['click']}
            placement="bottomRight"
            menu={{
              items: [{
                type: 'group',
                key: 'to',
                label: t('engagement.board.moveTo'),
                children: [...targets].map(([state, step]) => ({
                  key: state,
                  label: <>{t(stateText(state))} <span className="quiet">{t(stepText(step, engagement))}</span></>,
                })),
              }],
              onClick: ({ key, domEvent }) => {
                // Else the same key would press the button that the dialog gives the focus to.
                domEvent.preventDefault()
                props.onMove(key as State)
              },
            }}
          >
            <Button size="small" type="text" icon={<SwapOutlined />} aria-haspopup="menu" aria-label={t('engagement.board.move', { title })} />
          </Dropdown>
        ) : null}
      </div>
      <p className="quiet">{engagement.need?.title ?? t('need.blindTitle')}</p>
      <p className="card-facts">
        <span>{engagement.managerId ? managerName(engagement.managerId) : t('engagement.unmanaged')}</span>
        <Idle engagement={engagement} alone />
        <Marks engagement={engagement} />
      </p>
    </article>
  )
}
