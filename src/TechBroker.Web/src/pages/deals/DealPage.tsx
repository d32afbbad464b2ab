import { DownOutlined, PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import { useI18n } from '../../i18n'
import { ItemTrouble } from '../../shared/ItemTrouble'
import { PageSkeleton } from '../../shared/PageSkeleton'
import { useTitle } from '../../shared/useTitle'
import '../engagements/engagements.css'
import { engagementQuery } from '../engagements/queries'
import { useViewer } from '../engagements/viewer'
import { DealFacts } from './DealFacts'
import { DealLog } from './DealLog'
import './deals.css'
import { DealStateMark } from './DealStateMark'
import { dealStepsFor, mayReversePayments, primaryDealStep, type DealStepKey } from './dealSteps'
import { DealTerms } from './DealTerms'
import { DealStepDialog } from './dialogs/DealStepDialog'
import { EvidenceList } from './EvidenceList'
import { Ledger } from './Ledger'
import { dealQuery, type Deal } from './queries'
import { useDealStepTaken } from './useDealStepTaken'

export function Component() {
  const { data, error, refetch } = useQuery(dealQuery(useParams().id!))
  if (error && !data) {
    return <ItemTrouble problem={error} retry={() => void refetch()} list="/work/deals" />
  }
  return data ? <DealDetail deal={data} /> : <PageSkeleton />
}

function DealDetail({ deal }: { deal: Deal }) {
  const { t } = useI18n()
  const me = useViewer()
  const taken = useDealStepTaken()
  const [step, setStep] = useState<DealStepKey>()
  // Whoever runs the engagement now runs its contract, too.
  const engagement = useQuery({ ...engagementQuery(deal.engagementId ?? ''), enabled: me.isStaff && Boolean(deal.engagementId), retry: false }).data
  const runner = engagement?.managerId ?? deal.managerId
  useTitle(deal.title)
  const steps = dealStepsFor(deal, me, runner)
  return (
    <article className="page">
      <header className="head-row">
        <div className="engagements-title">
          <DealStateMark state={deal.state} />
          <h1>{deal.title}</h1>
        </div>
        <DealActions deal={deal} steps={steps} take={setStep} />
      </header>
      {deal.state === 'pendingApproval' ? <Alert type="info" showIcon title={t('deal.pending')} description={t(deal.recordedBy === me.id ? 'deal.pendingOwn' : 'deal.pendingText')} /> : null}
      {deal.warnings.map(warning => <Alert key={warning.field} type="warning" showIcon title={warning.message} />)}
      <div className="columns">
        <div className="engagements-main">
          <Ledger deal={deal} mayReverse={mayReversePayments(deal, me, runner)} done={changed => taken('reversePayment', changed)} />
          <DealTerms deal={deal} />
          <EvidenceList deal={deal} />
          <DealLog id={deal.id} />
        </div>
        <aside className="engagements-main" aria-label={t('item.facts')}><DealFacts deal={deal} /></aside>
      </div>
      {step ? <DealStepDialog step={step} deal={deal} done={changed => taken(step, changed)} close={() => setStep(undefined)} /> : null}
    </article>
  )
}

const hard: readonly DealStepKey[] = ['reject', 'breach', 'terminate', 'reverse']

function DealActions({ deal, steps, take }: { deal: Deal; steps: DealStepKey[]; take: (step: DealStepKey) => void }) {
  const { t } = useI18n()
  const primary = primaryDealStep(deal, steps)
  const rest = steps.filter(step => step !== primary)
  return (
    <div className="row screen-only">
      {primary ? <Button type="primary" onClick={() => take(primary)}>{t(`deal.step.${primary}`)}</Button> : null}
      {rest.length > 0 ? (
        <Dropdown
          autoFocus
          trigger={['click']}
          menu={{
            items: rest.map(step => ({ key: step, label: t(`deal.step.${step}`), danger: hard.includes(step) })),
            onClick: ({ key, domEvent }) => {
              // Else the same key would press the button that the dialog gives the focus to.
              domEvent.preventDefault()
              take(key as DealStepKey)
            },
          }}
        >
          <Button aria-haspopup="menu">{t('work.more')} <DownOutlined aria-hidden /></Button>
        </Dropdown>
      ) : null}
      <Button icon={<PrinterOutlined />} onClick={() => print()}>{t('item.print')}</Button>
    </div>
  )
}
