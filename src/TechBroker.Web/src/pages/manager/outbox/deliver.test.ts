import { beforeEach, describe, expect, it } from 'vitest'
import { ApiProblem } from '../../../api/problem'
import { deliver, tooOld, type Lock, type Port } from './deliver'
import type { Schema } from '../../../api/client'
import { mended, needBody, newEntry, remarkOf, titleOf, type Note } from './entry'
import { Outbox, type Shelf } from './store'

class FakeShelf implements Shelf {
  private readonly items = new Map<string, string>()
  full = false
  get length() { return this.items.size }
  key = (index: number) => [...this.items.keys()][index] ?? null
  getItem = (name: string) => this.items.get(name) ?? null
  removeItem = (name: string) => void this.items.delete(name)
  setItem = (name: string, value: string) => {
    if (this.full) {
      throw new DOMException('full', 'QuotaExceededError')
    }
    this.items.set(name, value)
  }
}

/** A server that does each key once, as the API does, and whose network can fail before or after a request arrives. */
class FakeServer implements Port {
  account = 'anna'
  needs = new Map<string, string>()
  engagements = new Map<string, string>()
  asked: string[] = []
  faults: (() => unknown)[] = []
  lost: (() => unknown)[] = []

  whoAmI = () => this.answer('who', () => this.account)
  postNeed = (body: Schema['PostNeedBody'], key: string) => this.answer(`need ${body.title}`, () => once(this.needs, key, `need ${body.title}`))
  postEngagement = ({ needId, listingId }: Schema['PostEngagementBody'], key: string) =>
    this.answer(`engagement of ${needId}`, () => once(this.engagements, key, `${needId} with ${listingId}`))

  private async answer(what: string, act: () => string) {
    await Promise.resolve()
    if (what === 'who') {
      return act()
    }
    this.asked.push(what)
    const fault = this.faults.shift()?.()
    if (fault) {
      throw fault
    }
    const answer = act()
    const lost = this.lost.shift()?.()
    if (lost) {
      throw lost
    }
    return answer
  }
}

function once(done: Map<string, string>, key: string, value: string) {
  done.set(key, done.get(key) ?? value)
  return done.get(key)!
}

const none = () => undefined
const offline = () => new ApiProblem(0, 'offline', '')
const trouble = () => new ApiProblem(503, 'storage-unavailable', '')
const refusal = (status = 422) => () => new ApiProblem(status, 'not-on-market', '成果已下架。')

let shelf: FakeShelf
let server: FakeServer
let outbox: Outbox
const words = { logged: '现场登记', who: '需求单位：' }
const noLock: Lock = work => work()
const note = (text: string): Note => ({ listing: { id: 'listing' }, text, visibility: 'blind' })
const add = (text: string, at: number) => outbox.put(newEntry('anna', note(text), words, at))
const states = () => outbox.list().map(entry => entry.state)

beforeEach(() => {
  shelf = new FakeShelf()
  server = new FakeServer()
  outbox = new Outbox(shelf, 'anna')
})

describe('what waits', () => {
  it('is sent in the order in which it was made', async () => {
    add('二', 2)
    add('一', 1)
    await deliver(outbox, server, noLock)
    expect(server.asked).toEqual(['need 一', 'engagement of need 一', 'need 二', 'engagement of need 二'])
    expect(states()).toEqual(['done', 'done'])
    expect(outbox.list()[0]!.engagementId).toBe('need 一 with listing')
  })

  it('stays without a network, and nothing behind it overtakes it', async () => {
    add('一', 1)
    add('二', 2)
    server.faults = [offline]
    await deliver(outbox, server, noLock)
    expect(server.asked).toEqual(['need 一'])
    expect(states()).toEqual(['waiting', 'waiting'])
    await deliver(outbox, server, noLock)
    expect(states()).toEqual(['done', 'done'])
  })

  it.each([
    ['a server in trouble', trouble],
    ['too many requests', () => new ApiProblem(429, 'too-many-requests', '')],
    ['a session that has ended', () => new ApiProblem(401, 'not-signed-in', '')],
    ['a page of somebody else', () => new ApiProblem(403, 'http-403', '')],
    ['an answer that cannot be read', () => new SyntaxError('<html>')],
  ])('stays after %s', async (_, fault) => {
    add('一', 1)
    server.faults = [none, fault]
    await deliver(outbox, server, noLock)
    expect(states()).toEqual(['waiting'])
    await deliver(outbox, server, noLock)
    expect(states()).toEqual(['done'])
    expect(server.asked).toEqual(['need 一', 'engagement of need 一', 'engagement of need 一'])
  })

  it('is still there after the page was loaded anew', () => {
    add('一', 1)
    expect(new Outbox(shelf, 'anna').list().map(entry => entry.note.text)).toEqual(['一'])
  })

  it('is kept by the page where the browser keeps nothing', async () => {
    shelf.full = true
    expect(add('一', 1)).toBe(false)
    expect(states()).toEqual(['waiting'])
    await deliver(outbox, server, noLock)
    expect(states()).toEqual(['done'])
  })
})

describe('never twice', () => {
  it('though the answers were lost', async () => {
    add('一', 1)
    server.lost = [offline]
    await deliver(outbox, server, noLock)
    server.lost = [none, offline]
    await deliver(outbox, server, noLock)
    await deliver(outbox, server, noLock)
    expect(states()).toEqual(['done'])
    expect([server.needs.size, server.engagements.size]).toEqual([1, 1])
  })

  it('though two tabs send at the same time without a lock', async () => {
    add('一', 1)
    await Promise.all([deliver(outbox, server, noLock), deliver(new Outbox(shelf, 'anna'), server, noLock)])
    expect([server.needs.size, server.engagements.size]).toEqual([1, 1])
    outbox.changed()
    expect(states()).toEqual(['done'])
  })

  it('and with a lock only one tab sends', async () => {
    add('一', 1)
    let held = false
    const lock: Lock = async work => {
      if (!held) {
        held = true
        await work()
        held = false
      }
    }
    await Promise.all([deliver(outbox, server, lock), deliver(new Outbox(shelf, 'anna'), server, lock)])
    expect(server.asked).toEqual(['need 一', 'engagement of need 一'])
  })

  it('and not after the server has forgotten the key', async () => {
    add('一', 1)
    server.lost = [offline]
    await deliver(outbox, server, noLock, () => 1_000)
    await deliver(outbox, server, noLock, () => 1_000 + 7 * 24 * 3_600_000)
    expect(outbox.list()[0]).toMatchObject({ state: 'refused', reason: tooOld })
    expect(server.needs.size).toBe(1)
  })

  it('but one that never left may be as old as it likes', async () => {
    add('一', 1)
    await deliver(outbox, server, noLock, () => 30 * 24 * 3_600_000)
    expect(states()).toEqual(['done'])
  })
})

describe('what is refused', () => {
  it('says why, and the next goes on', async () => {
    add('一', 1)
    add('二', 2)
    server.faults = [refusal(400)]
    await deliver(outbox, server, noLock)
    expect(states()).toEqual(['refused', 'done'])
    expect(outbox.list()[0]!.reason).toBe('成果已下架。')
    await deliver(outbox, server, noLock)
    expect(server.asked.length).toBe(3)
  })

  it('can be mended: the need that was posted stays the same', async () => {
    add('一', 1)
    server.faults = [none, refusal()]
    await deliver(outbox, server, noLock)
    const [refused] = outbox.list()
    outbox.put(mended(refused!, { ...note('other words'), listing: { id: 'other' } }, words))
    await deliver(outbox, server, noLock)
    expect(server.needs.size).toBe(1)
    expect(outbox.list()[0]).toMatchObject({ state: 'done', engagementId: 'need 一 with other', note: { text: '一' } })
  })

  it('is a new request where the need was refused', async () => {
    add('一', 1)
    server.faults = [refusal(400)]
    await deliver(outbox, server, noLock)
    const [refused] = outbox.list()
    const again = mended(refused!, note('二'), words)
    expect(again.keys.need).not.toBe(refused!.keys.need)
    expect(again).toMatchObject({ state: 'waiting', note: { text: '二' } })
  })
})

describe('accounts', () => {
  it('see and send their own only', async () => {
    add('一', 1)
    const other = new Outbox(shelf, 'bob')
    expect(other.list()).toEqual([])
    server.account = 'bob'
    await deliver(other, server, noLock)
    await deliver(outbox, server, noLock)
    expect(server.asked).toEqual([])
    expect(states()).toEqual(['waiting'])
  })
})

it('what is done makes room after a while', async () => {
  for (let i = 0; i < 9; i++) {
    add(String(i), i)
  }
  await deliver(outbox, server, noLock)
  expect(outbox.list().map(entry => entry.note.text)).toEqual(['4', '5', '6', '7', '8'])
})

it('what was thrown away while others were on their way is not sent', async () => {
  add('一', 1)
  add('二', 2)
  const second = outbox.list()[1]!
  server.faults = [() => void outbox.remove(second.id)]
  await deliver(outbox, server, noLock)
  expect(server.asked).toEqual(['need 一', 'engagement of need 一'])
})

it('tells who listens, once for each change', () => {
  let told = 0
  const stop = outbox.subscribe(() => told++)
  add('一', 1)
  const before = outbox.list()
  expect(outbox.list()).toBe(before)
  outbox.remove(before[0]!.id)
  stop()
  add('二', 2)
  expect(told).toBe(2)
})

describe('requests', () => {
  it.each([
    ['电池在零下二十度充不进电。希望半年内解决。', '电池在零下二十度充不进电'],
    ['Cells do not charge at -20. Needed by June.', 'Cells do not charge at -20'],
    ['精度要到 0.5 毫米', '精度要到 0.5 毫米'],
    [`  ${'长'.repeat(80)}  `, `${'长'.repeat(59)}…`],
  ])('%s has the title %s', (text, title) => expect(titleOf(text)).toBe(title))

  it('a registered organisation owns the need, another is named in the note', () => {
    expect(needBody({ ...note('一'), organisation: { id: 'o', name: '甲' } })).toMatchObject({ organisationId: 'o', publish: true, visibility: 'blind' })
    expect(needBody(note('一')).organisationId).toBeUndefined()
    expect(remarkOf({ ...note('一'), who: '某厂 王工' }, words)).toBe('现场登记\n需求单位：某厂 王工')
    expect(remarkOf(note('一'), words)).toBe('现场登记')
  })
})
