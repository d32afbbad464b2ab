/** In the order in which a contract goes through them. */
export const dealStates = ['pendingApproval', 'rejected', 'signed', 'registered', 'refused', 'performing', 'completed', 'breached', 'terminated', 'reversed'] as const

export type DealState = (typeof dealStates)[number]

export const dealTones: Record<DealState, 'default' | 'processing' | 'success' | 'warning' | 'error'> = {
  pendingApproval: 'warning',
  rejected: 'default',
  signed: 'processing',
  registered: 'processing',
  refused: 'warning',
  performing: 'processing',
  completed: 'success',
  breached: 'error',
  terminated: 'default',
  reversed: 'default',
}

export const contractTypes = ['development', 'transfer', 'licence', 'consulting', 'service'] as const

export const paymentPlans = ['once', 'instalments', 'royalty', 'entryFeePlusRoyalty'] as const
