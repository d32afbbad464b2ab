import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useI18n, type TextKey } from '../../i18n'
import { Trouble } from '../../shared/Trouble'
import { useManagerName, useViewer } from '../engagements/viewer'
import { exactly } from '../../i18n/exact'
import { sentenceOf } from './sentences'
import { dealLogQuery, type DealEntry } from './queries'

/** Everything that happened to the contract, newest first. */
export function DealLog({ id }: { id: string }) {
  const { t } = useI18n()
  const log = useQuery(dealLogQuery(id))
  return (
    <section className="panel" aria-labelledby="deal-log">
      <h2 id="deal-log">{t('engagement.log')}</h2>
      {log.isPending ? <Skeleton active title={false} /> : null}
      {log.error ? <Trouble problem={log.error} retry={() => void log.refetch()} /> : null}
      <ol className="engagements-log">{log.data?.items.toReversed().map(entry => <Line key={entry.seq} entry={entry} />)}</ol>
    </section>
  )
}

function Line({ entry }: { entry: DealEntry }) {
  const { t, time, day, language } = useI18n()
  const me = useViewer()
  const nameOf = useManagerName()
  const who = !entry.actorId ? null : entry.actorId === me.id ? t('engagement.you') : nameOf(entry.actorId)
  const sentence = t(`deal.log.${sentenceOf(entry)}` as TextKey, {
    on: entry.on ? day(entry.on) : '',
    amount: entry.amount ? exactly(entry.amount, language) : '',
    number: entry.registrationNumber ?? '',
    line: entry.line ?? '',
  })
  return (
    <li>
      <p>{sentence}</p>
      {entry.note ? <blockquote>{entry.note}</blockquote> : null}
      <small className="quiet">{[time(entry.at), who].filter(Boolean).join(' · ')}</small>
    </li>
  )
}
