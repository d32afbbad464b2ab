import type { DealEntry } from './queries'

/** Which sentence tells of an entry: older ones and those of imports say less. */
export function sentenceOf(entry: Pick<DealEntry, 'action' | 'amount' | 'registrationNumber' | 'on'>): string {
  const told = { pay: entry.amount && entry.on, register: entry.registrationNumber && entry.on, record: entry.amount && entry.on }
  return entry.action in told && !told[entry.action as keyof typeof told] ? `${entry.action}Plain`
    : ['refuse', 'complete', 'breach', 'terminate'].includes(entry.action) && !entry.on ? `${entry.action}Plain`
    : entry.action
}
