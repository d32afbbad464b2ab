import { Link } from 'react-router'
import type { Money } from '../../api/client'
import { useI18n } from '../../i18n'
import { Facts } from '../../shared/Facts'
import { useFieldName, useNames } from '../../shared/vocabularies'
import { useManagerName, useViewer } from '../engagements/viewer'
import { exactly } from '../../i18n/exact'
import type { Deal } from './queries'
import type { paymentPlans } from './states'

export function DealFacts({ deal }: { deal: Deal }) {
  const { t, language, day, number } = useI18n()
  const amount = (money: Money) => exactly(money, language)
  const me = useViewer()
  const managerName = useManagerName()
  const type = useNames('contract-types')
  const subType = useNames('contract-subtypes')
  const mode = useNames('price-modes')
  const field = useFieldName()
  const term = [deal.startsOn, deal.endsOn].map(at => (at ? day(at) : '…'))
  return (
    <section className="panel" aria-label={t('item.facts')}>
      <Facts
        items={[
          [t('deal.amount'), <strong key="amount">{amount(deal.amount)}</strong>],
          [t('deal.technologyAmount'), amount(deal.technologyAmount)],
          [t('deal.paid'), `${amount(deal.ledger.paid)}${paidShare(deal, number)}`],
          [t('deal.type'), deal.subType && deal.subType !== deal.contractType ? `${type(deal.contractType)} · ${subType(deal.subType)}` : type(deal.contractType)],
          [t('deal.paymentPlan'), t(`deal.plan.${deal.paymentPlan as (typeof paymentPlans)[number]}`)],
          [t('deal.entryFee'), deal.entryFee ? amount(deal.entryFee) : null],
          [t('deal.royalty'), deal.royaltyBasisPoints ? `${number(deal.royaltyBasisPoints / 100)} %` : null],
          [t('engagement.priceMode'), deal.priceMode ? mode(deal.priceMode) : null],
          [t('deal.signedOn'), day(deal.signedOn)],
          [t('deal.term'), deal.startsOn || deal.endsOn ? term.join(' – ') : null],
          [t('market.field'), deal.field ? field(deal.field) : null],
          [t('deal.contractNumber'), deal.contractNumber],
          [t('deal.registrationNumber'), deal.registrationNumber],
          [t('deal.registeredOn'), deal.registeredOn ? [day(deal.registeredOn), deal.registrationPlace].filter(Boolean).join(' · ') : null],
          [t('deal.refusedOn'), deal.refusedOn ? `${day(deal.refusedOn)}${deal.refusalReason ? ` · ${deal.refusalReason}` : ''}` : null],
          [t('deal.endedOn'), deal.endedOn ? [day(deal.endedOn), deal.endReason].filter(Boolean).join(' · ') : null],
          [t('deal.reversalReason'), deal.reversalReason],
          [t('role.manager'), deal.managerId ? managerName(deal.managerId) : null],
          [t('deal.recordedBy'), me.isStaff && deal.recordedBy ? (deal.recordedBy === me.id ? t('engagement.you') : managerName(deal.recordedBy)) : null],
          [t('deal.engagement'), deal.engagementId ? <Link key="engagement" to={`/work/engagements/${deal.engagementId}`}>{t('deal.toEngagement')}</Link> : null],
          [t('deal.follows'), deal.followsDealId ? <Link key="follows" to={`/work/deals/${deal.followsDealId}`}>{t('deal.toEarlier')}</Link> : null],
        ]}
      />
    </section>
  )
}

function paidShare(deal: Deal, number: (value: number) => string) {
  const { minorUnits } = deal.amount
  return minorUnits && deal.ledger.paid.minorUnits ? ` (${number(Math.round((deal.ledger.paid.minorUnits / minorUnits) * 1000) / 10)} %)` : ''
}
