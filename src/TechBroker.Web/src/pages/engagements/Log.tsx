import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { Link } from 'react-router'
import { useI18n, type TextKey } from '../../i18n'
import { exactly } from '../../i18n/exact'
import { Trouble } from '../../shared/Trouble'
import { useNames } from '../../shared/vocabularies'
import { sentenceKey } from './sentences'
import { engagementLogQuery, type Engagement, type Entry } from './queries'
import { useManagerName, useViewer } from './viewer'

/** Everything that happened, newest first. */
export function Log({ engagement }: { engagement: Engagement }) {
  const { t } = useI18n()
  const log = useQuery(engagementLogQuery(engagement.id))
  return (
    <section className="panel" aria-labelledby="engagement-log">
      <h2 id="engagement-log">{t('engagement.log')}</h2>
      {log.isPending ? <Skeleton active title={false} /> : null}
      {log.error ? <Trouble problem={log.error} retry={() => void log.refetch()} /> : null}
      <ol className="engagements-log">
        {log.data?.items.toReversed().map(entry => <LogLine key={entry.seq} entry={entry} proposedBySystem={Boolean(engagement.proposedBySystem)} />)}
      </ol>
    </section>
  )
}

function LogLine({ entry, proposedBySystem }: { entry: Entry; proposedBySystem: boolean }) {
  const { t, time } = useI18n()
  const me = useViewer()
  const nameOf = useManagerName()
  const sentence = useSentence()
  const who = !entry.actorId ? (me.isStaff ? t('engagement.thePlatform') : null) : entry.actorId === me.id ? t('engagement.you') : nameOf(entry.actorId)
  return (
    <li>
      <p>
        {sentence(entry, proposedBySystem)}
        {entry.dealId ? <> <Link to={`/work/deals/${entry.dealId}`}>{t('engagement.toDeal')}</Link></> : null}
      </p>
      {entry.note ? <blockquote>{entry.note}</blockquote> : null}
      <small className="quiet">{[time(entry.at), who].filter(Boolean).join(' · ')}</small>
    </li>
  )
}

function useSentence() {
  const { t, day, language } = useI18n()
  const managerName = useManagerName()
  const reason = useNames('close-reasons')
  const mode = useNames('price-modes')
  return (entry: Entry, proposedBySystem: boolean) => {
    const text = (prefix: string, code: string | null | undefined) => (code ? t(`${prefix}.${code}` as TextKey) : '')
    return t(`engagement.log.${sentenceKey(entry, proposedBySystem)}` as TextKey, {
      side: text('engagement.side', entry.side),
      reason: entry.reason ? reason(entry.reason) : '',
      manager: entry.managerId ? managerName(entry.managerId) : '',
      conflict: text('engagement.conflict', entry.conflict),
      mode: entry.priceMode ? mode(entry.priceMode) : '',
      price: entry.price ? exactly(entry.price, language) : '',
      on: entry.on ? day(entry.on) : '',
      days: entry.days ?? '',
      outcome: text('engagement.outcome', entry.outcome),
      pass: text('engagement.pass', entry.pass),
    })
  }
}
