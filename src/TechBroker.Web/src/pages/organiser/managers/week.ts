import dayjs from 'dayjs'

const day = 'YYYY-MM-DD'

/** The Monday of the week in which a day lies, and the days from it on. */
export function weekOf(date: string): string[] {
  const given = dayjs(date)
  const monday = given.subtract((given.day() + 6) % 7, 'day')
  return Array.from({ length: 7 }, (_, i) => monday.add(i, 'day').format(day))
}

export interface Span {
  from: string
  to: string
}

/** What touches each of some days, by its begin; what goes on past midnight stands on both days. */
export function byDay<T extends Span>(days: readonly string[], spans: readonly T[]): T[][] {
  return days.map(date => {
    const [begin, end] = [dayjs(date).startOf('day'), dayjs(date).add(1, 'day').startOf('day')]
    return spans
      .filter(span => dayjs(span.from).isBefore(end) && dayjs(span.to).isAfter(begin))
      .sort((a, b) => Date.parse(a.from) - Date.parse(b.from))
  })
}
