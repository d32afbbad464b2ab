import { CheckOutlined, CloseOutlined } from '@ant-design/icons'
import { useI18n } from '../../i18n'
import type { Stop } from './stops'
import { stateText } from './states'

/** How far it has come. */
export function Progress({ stops }: { stops: Stop[] }) {
  const { t, day } = useI18n()
  return (
    <ol className="engagements-progress" aria-label={t('engagement.progress')}>
      {stops.map(stop => (
        <li key={stop.state} className={`engagements-stop engagements-stop-${stop.place}`} aria-current={stop.place === 'current' ? 'step' : undefined}>
          <span className="engagements-dot" aria-hidden>{stop.state === 'closed' ? <CloseOutlined /> : stop.place === 'done' ? <CheckOutlined /> : null}</span>
          <span className="engagements-stop-name">{t(stateText(stop.state))}</span>
          <small className="quiet">{stop.at ? day(stop.at) : ''}</small>
        </li>
      ))}
    </ol>
  )
}
