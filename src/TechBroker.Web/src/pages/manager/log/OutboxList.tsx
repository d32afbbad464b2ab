import { CheckCircleFilled, ClockCircleOutlined, ExclamationCircleFilled, SyncOutlined } from '@ant-design/icons'
import { Button, Popconfirm } from 'antd'
import { Link } from 'react-router'
import { useI18n } from '../../../i18n'
import { tooOld } from '../outbox/deliver'
import type { Entry } from '../outbox/entry'
import { send } from '../outbox/sender'
import { useOutbox } from '../outbox/useOutbox'

/** What was logged here and where it stands. */
export function OutboxList({ account, online, onEdit }: { account: string; online: boolean; onEdit: (entry: Entry) => void }) {
  const { t } = useI18n()
  const { outbox, entries, sending } = useOutbox(account)
  if (entries.length === 0) {
    return null
  }
  const waiting = entries.filter(entry => entry.state === 'waiting')
  const refused = entries.filter(entry => entry.state === 'refused').length
  return (
    <section className="panel" aria-labelledby="outbox">
      <div className="head-row">
        <h2 id="outbox">{t('log.outbox')}</h2>
        <span className="quiet" role="status">
          {waiting.length > 0 ? t(online ? 'log.waiting' : 'log.waitingOffline', { n: waiting.length }) : refused > 0 ? t('log.refusedCount', { n: refused }) : t('log.allSent')}
        </span>
        {waiting.length > 0 ? <Button size="small" loading={sending} onClick={() => void send(account)}>{t('log.sendNow')}</Button> : null}
      </div>
      <ul className="manager-outbox">
        {[...entries].reverse().map(entry => (
          <li key={entry.id} data-state={entry.state}>
            <StateIcon entry={entry} sending={sending && entry === waiting[0]} />
            <div>
              <strong>{entry.note.listing.title ?? t('log.untitled', { id: entry.note.listing.id.slice(0, 8) })}</strong>
              <p>{entry.need.title}</p>
              {entry.state === 'refused' ? <p className="manager-reason">{entry.reason === tooOld ? t('log.tooOld') : entry.reason || t('error.unknown')}</p> : null}
              {entry.state === 'refused' && entry.needId ? <p className="quiet">{t('log.needKept')}</p> : null}
              <div className="row">
                {entry.state === 'done' ? <Link to={`/work/engagements/${entry.engagementId}`}>{t('log.toEngagement')}</Link> : null}
                {entry.state === 'refused' && entry.needId ? <Link to={`/needs/${entry.needId}`}>{t('log.toNeed')}</Link> : null}
                {entry.state === 'refused' ? <Button size="small" onClick={() => onEdit(entry)}>{t('log.edit')}</Button> : null}
                {entry.state === 'done' ? null : (
                  <Popconfirm title={t('log.deleteSure')} okText={t('log.delete')} cancelText={t('log.keep')} onConfirm={() => outbox.remove(entry.id)}>
                    <Button size="small" disabled={sending && entry === waiting[0]}>{t('log.delete')}</Button>
                  </Popconfirm>
                )}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function StateIcon({ entry, sending }: { entry: Entry; sending: boolean }) {
  const { t } = useI18n()
  return entry.state === 'done' ? <CheckCircleFilled className="manager-good" aria-label={t('log.state.done')} />
    : entry.state === 'refused' ? <ExclamationCircleFilled className="manager-bad" aria-label={t('log.state.refused')} />
    : sending ? <SyncOutlined spin aria-label={t('log.state.sending')} />
    : <ClockCircleOutlined className="quiet" aria-label={t('log.state.waiting')} />
}
