import { useState, type ComponentType } from 'react'
import type { Engagement } from '../queries'
import type { StepKey } from '../steps'
import { AcceptDialog, CreditDialog, HandOverDialog, IntroduceDialog, PassDialog, TakeUpDialog } from './ManagerDialogs'
import { HoldDialog, PlanDialog } from './MeetingDialogs'
import { NegotiateDialog, ObjectDialog, OutcomeDialog, PubliciseDialog } from './NegotiationDialogs'
import { CloseDialog, DeclineDialog, InterestDialog, ReopenDialog } from './ReasonDialogs'

export interface StepDialogProps {
  engagement: Engagement
  /** With the engagement as the API answers it after the step. */
  done: (changed: Engagement) => void
  close: () => void
}

/** `deal` has a page of its own. */
const dialogs: Record<Exclude<StepKey, 'deal'>, ComponentType<StepDialogProps>> = {
  accept: AcceptDialog,
  pass: PassDialog,
  takeUp: TakeUpDialog,
  interest: InterestDialog,
  introduce: IntroduceDialog,
  plan: PlanDialog,
  hold: HoldDialog,
  negotiate: NegotiateDialog,
  publicise: PubliciseDialog,
  object: ObjectDialog,
  outcome: OutcomeDialog,
  credit: CreditDialog,
  handOver: HandOverDialog,
  reopen: ReopenDialog,
  decline: DeclineDialog,
  close: CloseDialog,
}

export function StepDialog({ step, engagement, ...props }: StepDialogProps & { step: Exclude<StepKey, 'deal'> }) {
  // As it was when the dialog was opened: its revision goes with what is shown, so that nobody's change is overwritten unseen.
  const [opened] = useState(engagement)
  const Dialog = dialogs[step]
  return <Dialog engagement={opened} {...props} />
}
