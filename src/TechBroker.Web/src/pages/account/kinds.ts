import type { TextKey } from '../../i18n'

/** What people, webhooks and mails tell of, in the groups and the order of the choice. Codes are the API's (`notice kinds`). */
export const kindGroups: { text: TextKey; centreOnly?: boolean; kinds: [code: string, text: TextKey][] }[] = [
  {
    text: 'noticeKind.progress',
    kinds: [
      ['engagement.log', 'noticeKind.log'],
      ['engagement.interest', 'noticeKind.interest'],
      ['engagement.decline', 'noticeKind.decline'],
      ['engagement.introduce', 'noticeKind.introduce'],
      ['engagement.close', 'noticeKind.close'],
      ['engagement.reopen', 'noticeKind.reopen'],
      ['engagement.accept', 'noticeKind.accept'],
      ['engagement.handOver', 'noticeKind.handOver'],
    ],
  },
  {
    text: 'noticeKind.talks',
    kinds: [
      ['engagement.arrange', 'noticeKind.arrange'],
      ['engagement.meet', 'noticeKind.meet'],
      ['engagement.negotiate', 'noticeKind.negotiate'],
      ['engagement.publicise', 'noticeKind.publicise'],
      ['engagement.object', 'noticeKind.object'],
      ['engagement.outcome', 'noticeKind.outcome'],
      ['engagement.sign', 'noticeKind.sign'],
      ['engagement.unsign', 'noticeKind.unsign'],
    ],
  },
  { text: 'noticeKind.contracts', kinds: [['deal.recorded', 'noticeKind.recorded'], ['deal.changed', 'noticeKind.changed']] },
  {
    text: 'noticeKind.centre',
    centreOnly: true,
    kinds: [
      ['engagement.dispatch', 'noticeKind.dispatch'],
      ['engagement.escalated', 'noticeKind.escalated'],
      ['engagement.freeze', 'noticeKind.freeze'],
      ['engagement.credit', 'noticeKind.credit'],
      ['engagement.move', 'noticeKind.move'],
    ],
  },
]

const texts = new Map(kindGroups.flatMap(group => group.kinds))

/** Undefined for what nobody chooses, such as the mail with a link for a new password. */
export const kindText = (code: string): TextKey | undefined => texts.get(code) ?? (code === 'password' ? 'noticeKind.password' : undefined)

/** Those that somebody of the centre, or of a side, is told of at all. */
export const kindsFor = (centre: boolean) => kindGroups.filter(group => centre || !group.centreOnly)

/** As the API keeps them: null for all, so that kinds of a later version are mailed, too. */
export function kindsToKeep(chosen: readonly string[], offered: readonly string[]): string[] | null {
  return offered.every(code => chosen.includes(code)) ? null : offered.filter(code => chosen.includes(code))
}
