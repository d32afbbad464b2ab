import dayjs from 'dayjs'

export const periodNames = ['month', 'quarter', 'year', 'last-year', 'own'] as const
export type PeriodName = (typeof periodNames)[number]

/** First and last day that count, as the API writes them. */
export interface Period {
  name: PeriodName
  from: string
  to: string
}

const day = /^\d{4}-\d{2}-\d{2}$/
const written = 'YYYY-MM-DD'

/** The period that an address names; this year where it names none. What is still running ends today. */
export function periodOf(params: URLSearchParams, today: string): Period {
  const now = dayjs(today)
  const asked = params.get('period') as PeriodName | null
  const name = asked && periodNames.includes(asked) ? asked : 'year'
  if (name === 'own') {
    const [from, to] = [params.get('from') ?? '', params.get('to') ?? '']
    const days = [day.test(from) ? from : now.startOf('year').format(written), day.test(to) ? to : today].sort()
    return { name, from: days[0]!, to: days[1]! }
  }
  if (name === 'last-year') {
    const year = now.year() - 1
    return { name, from: `${year}-01-01`, to: `${year}-12-31` }
  }
  const first = name === 'month' ? now.startOf('month') : name === 'year' ? now.startOf('year') : now.month(now.month() - (now.month() % 3)).startOf('month')
  return { name, from: first.format(written), to: today }
}

/** Every month from one day to another, such as 2026-03. */
export function monthsOf(from: string, to: string): string[] {
  const months = []
  for (let month = dayjs(from).startOf('month'); month.format(written) <= to; month = month.add(1, 'month')) {
    months.push(month.format('YYYY-MM'))
  }
  return months
}

/** The days of a month that lie in a period. */
export function daysOfMonth(month: string, period: Pick<Period, 'from' | 'to'>) {
  const first = `${month}-01`
  const last = dayjs(first).endOf('month').format(written)
  return { from: first < period.from ? period.from : first, to: last > period.to ? period.to : last }
}
