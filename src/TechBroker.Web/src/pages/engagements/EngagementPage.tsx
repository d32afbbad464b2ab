import { useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useParams } from 'react-router'
import { useI18n } from '../../i18n'
import { PageSkeleton } from '../../shared/PageSkeleton'
import { useTitle } from '../../shared/useTitle'
import { DealPanel } from './DealPanel'
import { StepDialog } from './dialogs/StepDialog'
import { EngagementFacts } from './EngagementFacts'
import './engagements.css'
import { Frozen } from './Frozen'
import { Log } from './Log'
import { dealOf } from './sentences'
import { Meetings } from './Meetings'
import { MissingEngagement } from './MissingEngagement'
import { NextSteps } from './NextSteps'
import { Progress } from './Progress'
import { progressOf } from './stops'
import { engagementLogQuery, engagementQuery, meetingsQuery, type Engagement } from './queries'
import { Sides } from './Sides'
import { StateMark } from './StateMark'
import { isPublicInstitution, primaryStep, stepsFor, type StepKey } from './steps'
import { useStepTaken } from './useStepTaken'
import { useOrganisation, useViewer } from './viewer'
import { WhyMatch } from './WhyMatch'
import { today } from '../../shared/today'

export function Component() {
  const id = useParams().id!
  const { data, error, refetch } = useQuery(engagementQuery(id))
  if (error && !data) {
    return <MissingEngagement id={id} problem={error} retry={() => void refetch()} />
  }
  return data ? <EngagementDetail engagement={data} /> : <PageSkeleton />
}

function EngagementDetail({ engagement }: { engagement: Engagement }) {
  const { t } = useI18n()
  const me = useViewer()
  const [step, setStep] = useState<Exclude<StepKey, 'deal'>>()
  const taken = useStepTaken(useCallback(() => setStep('reopen'), []))
  const log = useQuery(engagementLogQuery(engagement.id)).data?.items ?? []
  const planned = useQuery(meetingsQuery(engagement.id)).data?.items.some(meeting => meeting.state === 'planned') ?? false
  const seller = useOrganisation(engagement.listing?.organisationId)

  const title = t('engagement.pair', {
    listing: engagement.listing?.title ?? t('engagement.closedFile'),
    need: engagement.need?.title ?? t('need.blindTitle'),
  })
  useTitle(title)
  const steps = stepsFor(engagement, me, today())
  const primary = primaryStep(engagement, steps, { sellerIsPublic: isPublicInstitution(seller?.nature), planned })
  const dealId = dealOf(log)
  return (
    <article className="page">
      <header className="head-row">
        <div className="engagements-title">
          <StateMark state={engagement.state} />
          <h1>{title}</h1>
        </div>
        <NextSteps engagement={engagement} steps={steps} primary={primary} dealId={dealId} take={setStep} />
      </header>
      <Frozen engagement={engagement} />
      <section className="panel"><Progress stops={progressOf(engagement, log)} /></section>
      <div className="columns">
        <div className="engagements-main">
          <Sides engagement={engagement} />
          <Meetings engagement={engagement} mayRun={steps.includes('plan')} done={changed => taken('plan', changed)} />
          {engagement.listingId && engagement.needId ? <WhyMatch listingId={engagement.listingId} needId={engagement.needId} side={engagement.yourSide} /> : null}
          <Log engagement={engagement} />
        </div>
        <aside className="engagements-main" aria-label={t('engagement.aside')}>
          {dealId ? <DealPanel id={dealId} /> : null}
          <EngagementFacts engagement={engagement} />
        </aside>
      </div>
      {step ? <StepDialog step={step} engagement={engagement} done={changed => taken(step, changed)} close={() => setStep(undefined)} /> : null}
    </article>
  )
}
