import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form } from 'antd'
import { useRef } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { api, bodyOf } from '../../api/client'
import { listingQuery, organisationQuery } from '../../api/queries'
import { useI18n } from '../../i18n'
import { ItemTrouble } from '../../shared/ItemTrouble'
import { notFromCalendar } from '../../shared/notFromCalendar'
import { PageSkeleton } from '../../shared/PageSkeleton'
import { Trouble } from '../../shared/Trouble'
import { useProblemForm } from '../../shared/useProblemForm'
import { useRepeatKey } from '../../shared/useRepeatKey'
import { useTitle } from '../../shared/useTitle'
import '../engagements/engagements.css'
import { engagementQuery, type Engagement } from '../engagements/queries'
import './deals.css'
import { cleaned, prefilled } from './form/prefill'
import { InventorRows, IpRows, PartyRows } from './form/Rows'
import { ContractSection, MoneySection, Section } from './form/Sections'
import type { NewDeal } from './queries'
import { today } from '../../shared/today'

/** A contract that was signed: from an engagement, or for organisers one that came about elsewhere. */
export function Component() {
  const { t } = useI18n()
  const [params] = useSearchParams()
  const id = params.get('engagement') ?? undefined
  useTitle(t('deal.new'))
  return <KnownDeal key={id} id={id} follows={params.get('follows') ?? undefined} />
}

function KnownDeal({ id, follows }: { id: string | undefined; follows: string | undefined }) {
  const engagement = useQuery({ ...engagementQuery(id ?? ''), enabled: Boolean(id) })
  const { listingId, listing: card, need } = engagement.data ?? {}
  const listing = useQuery({ ...listingQuery(listingId ?? ''), enabled: Boolean(listingId), retry: false })
  const seller = useQuery({ ...organisationQuery(card?.organisationId ?? ''), enabled: Boolean(card?.organisationId), retry: false })
  const buyer = useQuery({ ...organisationQuery(need?.organisationId ?? ''), enabled: Boolean(need?.organisationId), retry: false })
  // The form begins with what is known, so that it waits for it; once it is there it stays, whatever a later reading brings.
  const known = useRef<NewDeal>(undefined)
  if (engagement.error && !known.current) {
    return <ItemTrouble problem={engagement.error} retry={() => void engagement.refetch()} list="/work/engagements" />
  }
  if (!known.current && [engagement, listing, seller, buyer].some(query => query.isLoading)) {
    return <PageSkeleton />
  }
  known.current ??= prefilled({ engagement: engagement.data, listing: listing.data, seller: seller.data, buyer: buyer.data, today: today() })
  return <DealForm engagement={engagement.data} follows={follows} initial={known.current} />
}

function DealForm({ engagement, follows, initial }: { engagement?: Engagement; follows?: string; initial: NewDeal }) {
  const { t } = useI18n()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const repeat = useRepeatKey()
  const { form, busy, problem, submit } = useProblemForm<NewDeal>(async values => {
    const body = { ...cleaned(values), engagementId: engagement?.id, followsDealId: follows }
    const deal = await repeat(body, key => bodyOf(api.POST('/api/v1/deals', { params: { header: { 'Idempotency-Key': key } }, body })))
    queries.setQueryData(['deals', deal.id], deal)
    void queries.invalidateQueries({ queryKey: ['deals', 'list'] })
    void queries.invalidateQueries({ queryKey: ['engagements'] })
    void message.success(t(deal.state === 'pendingApproval' ? 'deal.recordedPending' : 'deal.recorded'))
    await navigate(`/work/deals/${deal.id}`, { replace: true })
  })
  return (
    <div className="page">
      <header className="page-head">
        <h1>{t(follows ? 'engagement.step.furtherDeal' : 'deal.new')}</h1>
        <p className="engagements-from">{engagement ? <>{t('deal.newFrom')} <Link to={`/work/engagements/${engagement.id}`}>{engagement.listing?.title}</Link></> : t('deal.newElsewhere')}</p>
      </header>
      <Form<NewDeal> className="deals-form" form={form} name="deal" layout="vertical" requiredMark="optional" initialValues={initial} scrollToFirstError={{ block: 'center', focus: true }} onKeyDown={notFromCalendar} onFinish={values => void submit(values)}>
        <ContractSection />
        <Section title={t('deal.side.seller')}><PartyRows name="sellers" /></Section>
        <Section title={t('deal.side.buyer')}><PartyRows name="buyers" /></Section>
        <MoneySection />
        <Section title={t('market.ip')}><IpRows /></Section>
        <Section title={t('deal.inventors')} hint={t('deal.inventorsHint')}><InventorRows /></Section>
        {problem ? <Trouble problem={problem} /> : null}
        <div className="row"><Button type="primary" size="large" htmlType="submit" loading={busy}>{t('deal.record')}</Button></div>
      </Form>
    </div>
  )
}
