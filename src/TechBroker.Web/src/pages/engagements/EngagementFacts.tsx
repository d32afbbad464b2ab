import { Link } from 'react-router'
import { useI18n, type TextKey } from '../../i18n'
import { exactly } from '../../i18n/exact'
import { Facts } from '../../shared/Facts'
import { today } from '../../shared/today'
import { useNames } from '../../shared/vocabularies'
import type { Engagement } from './queries'
import { useManagerName } from './viewer'

export function EngagementFacts({ engagement }: { engagement: Engagement }) {
  const { t, day, time, language, number } = useI18n()
  const managerName = useManagerName()
  const mode = useNames('price-modes')
  const reason = useNames('close-reasons')
  const { managerId, priceMode, price, publicityFrom, publicityUntil, outcome, outcomeOn, closeReason, closeNote, closedBySide } = engagement
  const isPublic = engagement.state === 'publicity' && publicityFrom && publicityUntil && publicityFrom <= today() && today() < publicityUntil
  const run = publicityFrom && publicityUntil ? t('engagement.publicityRun', { from: day(publicityFrom), until: day(publicityUntil) }) : null
  return (
    <section className="panel" aria-label={t('item.facts')}>
      <Facts
        items={[
          [t('role.manager'), managerId ? managerName(managerId) : t(engagement.escalated ? 'engagement.escalated' : 'engagement.unmanaged')],
          [t('engagement.acceptBy'), engagement.acceptBy ? time(engagement.acceptBy) : null],
          [t('engagement.began'), `${day(engagement.createdAt)} · ${t(engagement.proposedBySystem ? 'engagement.bySystem' : 'engagement.byPeople')}`],
          [t('engagement.priceMode'), priceMode ? mode(priceMode) : null],
          [t('engagement.publicise.price'), price ? <strong key="price">{exactly(price, language)}</strong> : null],
          [t('engagement.publicity'), isPublic ? <Link key="publicity" to="/publicity">{run}</Link> : run],
          [t('engagement.outcome'), outcome ? `${t(`engagement.outcome.${outcome}` as TextKey)}${outcomeOn ? ` · ${day(outcomeOn)}` : ''}` : null],
          [t('engagement.credits'), engagement.credits && engagement.credits.length > 1 ? (
            <ul key="credits" className="engagements-plain">
              {engagement.credits.map(share => <li key={share.managerId}>{managerName(share.managerId ?? '')} {number((share.basisPoints ?? 0) / 100)} %</li>)}
            </ul>
          ) : null],
          [t('engagement.closedFor'), closeReason ? `${reason(closeReason)}${closedBySide ? ` · ${t(`engagement.side.${closedBySide}` as TextKey)}` : ''}` : null],
          [t('engagement.note'), closeNote],
          [t('engagement.firstNote'), engagement.note],
        ]}
      />
    </section>
  )
}
