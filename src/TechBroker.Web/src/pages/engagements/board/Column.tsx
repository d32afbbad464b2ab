import { Skeleton } from 'antd'
import { useState } from 'react'
import { useI18n } from '../../../i18n'
import { LoadMore } from '../../../shared/LoadMore'
import { Trouble } from '../../../shared/Trouble'
import { useCursorPages } from '../../../shared/useCursorPages'
import { engagementPages, type Engagement } from '../queries'
import { StateMark } from '../StateMark'
import type { State } from '../states'
import type { StepKey } from '../steps'
import { Card } from './Card'

const pageSize = 20

export function Column(props: {
  state: State
  /** What would become of the card that is being dragged. */
  drop: 'none' | 'possible' | 'impossible'
  targets: (engagement: Engagement) => Map<State, StepKey>
  onDrag: (engagement: Engagement) => void
  onDrop: () => void
  onMove: (engagement: Engagement, to: State) => void
}) {
  const { t } = useI18n()
  const [over, setOver] = useState(false)
  const pages = useCursorPages(engagementPages({ state: props.state }, pageSize))
  const count = `${pages.items.length}${pages.hasMore ? '+' : ''}`
  const look = [
    'engagements-column',
    `engagements-drop-${props.drop}`,
    over && props.drop === 'possible' ? 'engagements-over' : '',
    !pages.isPending && pages.items.length === 0 ? 'engagements-column-empty' : '',
  ]
  return (
    <section
      className={look.join(' ')}
      aria-label={t('engagement.board.column', { state: t(`engagement.state.${props.state}`), count })}
      onDragOver={event => {
        if (props.drop === 'possible') {
          event.preventDefault()
          setOver(true)
        }
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        event.preventDefault()
        setOver(false)
        props.onDrop()
      }}
    >
      <h2><StateMark state={props.state} /> <span className="quiet">{pages.isPending ? '' : count}</span></h2>
      {props.drop === 'impossible' ? <p className="engagements-drop-note">{t('engagement.board.notHere')}</p> : null}
      {pages.isPending ? <Skeleton active title={false} paragraph={{ rows: 3 }} /> : null}
      {pages.error ? <Trouble problem={pages.error} retry={pages.retry} /> : null}
      {!pages.isPending && !pages.error && pages.items.length === 0 ? <p className="quiet">{t('engagement.board.empty')}</p> : null}
      {pages.items.map(engagement => (
        <Card key={engagement.id} engagement={engagement} targets={props.targets(engagement)} onDrag={() => props.onDrag(engagement)} onMove={to => props.onMove(engagement, to)} />
      ))}
      <LoadMore pages={pages} />
    </section>
  )
}
