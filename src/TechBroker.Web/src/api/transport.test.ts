import { afterEach, expect, it, vi } from 'vitest'
import { forgetForgeryToken, onSignedOut, send } from './transport'
import { isProblem } from './problem'

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } })
const token = (value: string) => json(200, { header: 'X-CSRF-Token', token: value })
const address = 'http://localhost/api/v1/listings'

function answers(...replies: (() => Response | Promise<Response>)[]) {
  const asked: Request[] = []
  vi.stubGlobal('fetch', async (request: Request) => {
    asked.push(request)
    return replies[asked.length - 1]!()
  })
  return asked
}

// Node knows no page whose address a path would be completed with.
vi.stubGlobal('Request', class extends Request {
  constructor(input: string | Request, init?: RequestInit) {
    super(typeof input === 'string' ? new URL(input, 'http://localhost') : input, init)
  }
})

afterEach(forgetForgeryToken)

it('what reads carries no token, what writes carries one that is asked for once', async () => {
  const asked = answers(() => json(200, {}), () => token('one'), () => json(201, {}), () => json(201, {}))
  await send(new Request(address))
  await send(new Request(address, { method: 'POST', body: '{}' }))
  await send(new Request(address, { method: 'POST', body: '{}' }))
  expect(asked.map(request => request.headers.get('X-CSRF-Token'))).toEqual([null, null, 'one', 'one'])
})

it('a token that is out of date is replaced and the request sent again, with its body', async () => {
  const asked = answers(() => token('old'), () => json(403, { code: 'antiforgery' }), () => token('new'), () => json(201, {}))
  await send(new Request(address, { method: 'POST', body: '{"a":1}' }))
  expect(asked.at(-1)!.headers.get('X-CSRF-Token')).toBe('new')
  expect(await asked.at(-1)!.text()).toBe('{"a":1}')
})

it('a problem is thrown with its fields', async () => {
  answers(() => json(400, { code: 'validation', detail: '有 1 处填写有误', errors: { title: ['请填写'] } }))
  const problem = await send(new Request(address)).catch((error: unknown) => error)
  expect(isProblem(problem, 'validation') && problem.errors).toEqual({ title: ['请填写'] })
})

it('an answer that is no problem document is one all the same', async () => {
  answers(() => new Response('<html>', { status: 502 }))
  expect(await send(new Request(address)).catch((error: unknown) => isProblem(error, 'http-502'))).toBe(true)
})

it('a server that is not reached is a problem, a request broken off is not', async () => {
  answers(() => Promise.reject(new TypeError('failed')), () => Promise.reject(new DOMException('gone', 'AbortError')))
  expect(await send(new Request(address)).catch((error: unknown) => isProblem(error, 'offline'))).toBe(true)
  expect(await send(new Request(address)).catch((error: unknown) => isProblem(error))).toBe(false)
})

it('whoever listens is told that nobody is signed in', async () => {
  let told = 0
  const stop = onSignedOut(() => told++)
  answers(() => json(401, { code: 'not-signed-in' }))
  await send(new Request(address)).catch(() => undefined)
  stop()
  expect(told).toBe(1)
})
