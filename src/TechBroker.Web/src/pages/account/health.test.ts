import { expect, it } from 'vitest'
import { healthOf } from './health'

it('reads what an organiser is told', () =>
  expect(healthOf({
    status: 'degraded', database: 'ready', backlog: 3, oldestMessageSeconds: 40,
    reasons: [{ code: 'no-worker', level: 'degraded', message: 'Nobody works.' }], bus: null, audit: { status: 'whole', fault: null },
  })).toEqual({
    status: 'degraded', backlog: 3, oldestMessageSeconds: 40,
    reasons: [{ code: 'no-worker', level: 'degraded', message: 'Nobody works.' }], bus: undefined, audit: { status: 'whole', fault: undefined },
  }))

it.each([[{ status: 'draining' }, 'draining'], [{}, 'down'], [null, 'down'], ['x', 'down']])('%j is %s', (body, status) =>
  expect(healthOf(body)).toMatchObject({ status, reasons: [] }))
