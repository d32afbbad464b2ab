import type { Entry } from './queries'

export type LogKey =
  | 'log' | 'logSystem' | 'interest' | 'decline' | 'introduce' | 'close' | 'closeWithdrawn' | 'reopen' | 'handOver' | 'freeze' | 'freezeFor' | 'accept' | 'dispatch' | 'dispatchWaits' | 'pass'
  | 'arrange' | 'cancel' | 'meet' | 'negotiate' | 'publicise' | 'object' | 'outcome' | 'sign' | 'unsign' | 'credit' | 'move' | 'other'

const plain = ['interest', 'decline', 'introduce', 'reopen', 'handOver', 'accept', 'meet', 'negotiate', 'publicise', 'object', 'outcome', 'sign', 'unsign', 'credit', 'move'] as const

/** Which sentence tells of an entry: one action can mean different things by what stands beside it. */
export function sentenceKey(entry: Entry, proposedBySystem: boolean): LogKey {
  switch (entry.action) {
    case 'log':
      return proposedBySystem ? 'logSystem' : 'log'
    case 'close':
      return entry.side ? 'closeWithdrawn' : 'close'
    case 'freeze':
      return entry.conflict ? 'freezeFor' : 'freeze'
    case 'dispatch':
      return entry.pass ? 'pass' : entry.managerId ? 'dispatch' : 'dispatchWaits'
    case 'arrange':
      return entry.meetingState === 'cancelled' ? 'cancel' : 'arrange'
    default:
      return plain.find(action => action === entry.action) ?? 'other'
  }
}

/** The contract that stands on an engagement: the last one signed that was not taken back. */
export function dealOf(log: readonly Entry[]): string | undefined {
  const gone = new Set(log.filter(entry => entry.action === 'unsign').map(entry => entry.dealId))
  return log.findLast(entry => entry.action === 'sign' && entry.dealId && !gone.has(entry.dealId))?.dealId ?? undefined
}
