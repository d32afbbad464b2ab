import type { Schema } from '../../../api/client'

export type Engagement = Schema['EngagementBody']
export type Meeting = Schema['MeetingBody']

/** States in which somebody still has something to do. */
export const liveStates = ['proposed', 'interested', 'mutual', 'introduced', 'met', 'negotiating', 'publicity'] as const

/** From the introduction on the two sides meet. */
const meetingStates: readonly string[] = ['introduced', 'met', 'negotiating', 'publicity']

const dayLength = 24 * 3_600_000
const quietDays = 14
const deadlineDays = 14
const fewProposals = 5

export interface Plan {
  /** Dispatched to me and not taken on yet, the most urgent first. */
  toAccept: Engagement[]
  /** Nobody runs these: in the order in which the server gave them, the newest first. */
  free: Engagement[]
  /** Mine that the two sides may meet for. */
  meetingOf: Engagement[]
  /** Mine on which nothing has happened for two weeks, the longest quiet first. */
  quiet: Engagement[]
  /** Mine whose publicity ends within two weeks or has ended, the earliest first. */
  publicity: (Engagement & { publicityUntil: string })[]
  /** Mine that I have taken on. */
  mine: Engagement[]
}

export function planOf(engagements: readonly Engagement[], me: string, now: number): Plan {
  const own = engagements.filter(engagement => engagement.managerId === me)
  const mine = own.filter(engagement => !engagement.acceptBy)
  return {
    toAccept: own.filter(engagement => engagement.acceptBy).sort(by(engagement => at(engagement.acceptBy))),
    free: engagements.filter(({ managerId, state }) => !managerId && (state === 'proposed' || state === 'interested')).slice(0, fewProposals),
    meetingOf: mine.filter(({ state }) => meetingStates.includes(state)),
    quiet: mine.filter(({ updatedAt }) => at(updatedAt) < now - quietDays * dayLength).sort(by(({ updatedAt }) => at(updatedAt))),
    publicity: mine
      .filter((engagement): engagement is Engagement & { publicityUntil: string } => engagement.state === 'publicity' && Boolean(engagement.publicityUntil))
      .filter(({ publicityUntil }) => at(publicityUntil) < now + deadlineDays * dayLength)
      .sort(by(({ publicityUntil }) => at(publicityUntil))),
    mine,
  }
}

export interface MeetingOfDay {
  engagement: Engagement
  meeting: Meeting
  tomorrow: boolean
}

/** What is planned from this day's beginning, where the browser is, to the end of the next. */
export function meetingsOf(meetings: readonly { engagement: Engagement; meetings: readonly Meeting[] }[], now: number): MeetingOfDay[] {
  const { from, tomorrow, to } = daysOf(now)
  return meetings
    .flatMap(({ engagement, meetings: all }) => all.map(meeting => ({ engagement, meeting, tomorrow: at(meeting.startsAt) >= tomorrow })))
    .filter(({ meeting }) => meeting.state === 'planned' && at(meeting.startsAt) >= from && at(meeting.startsAt) < to)
    .sort(by(({ meeting }) => at(meeting.startsAt)))
}

/** Today's and tomorrow's midnight, and the next; days of a change to summer time are not 24 hours long. */
export function daysOf(now: number): { from: number; tomorrow: number; to: number } {
  const day = new Date(now)
  const midnight = (days: number) => new Date(day.getFullYear(), day.getMonth(), day.getDate() + days).getTime()
  return { from: midnight(0), tomorrow: midnight(1), to: midnight(2) }
}

/** Whole hours and minutes that are left; none where the time is over. */
export function left(until: string, now: number): { hours: number; minutes: number } | undefined {
  const minutes = Math.floor((at(until) - now) / 60_000)
  return minutes < 0 ? undefined : { hours: Math.floor(minutes / 60), minutes: minutes % 60 }
}

function at(time: string | null | undefined): number {
  return time ? new Date(time).getTime() : Infinity
}

function by<T>(value: (item: T) => number) {
  return (a: T, b: T) => value(a) - value(b)
}
