import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useI18n } from '../../i18n'
import { DealStateMark } from '../deals/DealStateMark'
import { dealQuery } from '../deals/queries'

/** The contract that came of it. */
export function DealPanel({ id }: { id: string }) {
  const { t, money, day } = useI18n()
  const deal = useQuery({ ...dealQuery(id), retry: false }).data
  return deal ? (
    <section className="panel" aria-labelledby="engagement-deal">
      <h2 id="engagement-deal">{t('engagement.deal')}</h2>
      <p><Link to={`/work/deals/${id}`}>{deal.title}</Link></p>
      <p className="row"><DealStateMark state={deal.state} /><strong>{money(deal.amount)}</strong></p>
      <p className="quiet">{t('engagement.signedOn', { day: day(deal.signedOn) })}</p>
    </section>
  ) : null
}
