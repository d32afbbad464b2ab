import { expect, it } from 'vitest'
import { targetOf, withRead, type Notice, type NoticePage } from './notices'

const at = '2026-11-22T08:00:00Z'
const notice = (id: string, readAt?: string): Notice => ({ id, kind: 'engagement.log', text: id, at, readAt })
const page = (unread: number, ...items: Notice[]): NoticePage => ({ items, unread })

it.each([
  [{ engagementId: 'e' }, '/work/engagements/e'],
  [{ engagementId: 'e', dealId: 'd' }, '/work/deals/d'],
  [{ webhookId: 'w' }, '/work/settings/webhooks'],
  [{}, null],
])('%j leads to %s', (about, target) => expect(targetOf(about)).toBe(target))

it('one is read once', () => {
  const once = withRead(page(2, notice('a'), notice('b')), 'a', at)
  expect(once).toEqual(page(1, notice('a', at), notice('b')))
  expect(withRead(once, 'a', '2027-01-01T00:00:00Z')).toEqual(once)
})

it('of a list that grows, every page knows how many are left', () => {
  const list = { pages: [page(3, notice('a')), page(3, notice('b'))], pageParams: [undefined, 'next'] }
  expect(withRead(list, 'b', at).pages).toEqual([page(2, notice('a')), page(2, notice('b', at))])
})

it('all are read at once, and what was read before keeps its moment', () =>
  expect(withRead(page(1, notice('a'), notice('b', '2026-01-01T00:00:00Z')), null, at)).toEqual(page(0, notice('a', at), notice('b', '2026-01-01T00:00:00Z'))))

it('what was not read yet stays so', () => expect(withRead(undefined, 'a', at)).toBeUndefined())
