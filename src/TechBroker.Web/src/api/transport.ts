import { ApiProblem, problemOf } from './problem'

/** Called when an answer says that nobody is signed in (any more). */
type Listener = () => unknown

let language = 'zh-CN'
let forgeryToken: Promise<string> | undefined
const signedOut = new Set<Listener>()

/** Answers come in the language of the pages. */
export function speak(tag: string) {
  language = tag
}

/** The token is bound to who is signed in, so that signing in and out makes the old one worthless. */
export function forgetForgeryToken() {
  forgeryToken = undefined
}

export function onSignedOut(listener: Listener) {
  signedOut.add(listener)
  return () => void signedOut.delete(listener)
}

/**
 * The `fetch` of all calls: the session is an HttpOnly cookie, which a script never sees, so what changes anything carries the
 * antiforgery token. Throws an ApiProblem for every answer but a success.
 */
export async function send(request: Request): Promise<Response> {
  const writes = request.method !== 'GET' && request.method !== 'HEAD'
  const again = writes ? request.clone() : undefined
  try {
    return await once(request, writes)
  } catch (error) {
    // Another tab signed in or out, or the server has new keys.
    if (again && error instanceof ApiProblem && error.code === 'antiforgery') {
      forgetForgeryToken()
      return once(again, true)
    }
    throw error
  }
}

/** What a request must say that `fetch` cannot make: an upload that tells how far it is. */
export async function writeHeaders(): Promise<Record<string, string>> {
  return { 'Accept-Language': language, 'X-CSRF-Token': await (forgeryToken ??= fetchForgeryToken()) }
}

async function once(request: Request, writes: boolean): Promise<Response> {
  request.headers.set('Accept-Language', language)
  if (writes) {
    request.headers.set('X-CSRF-Token', await (forgeryToken ??= fetchForgeryToken()))
  }

  const response = await reach(request)
  if (response.ok) {
    return response
  }

  const problem = await problemOf(response)
  if (problem.code === 'not-signed-in') {
    signedOut.forEach(listener => listener())
  }
  throw problem
}

async function fetchForgeryToken() {
  try {
    const response = await reach(new Request('/api/v1/auth/antiforgery'))
    if (!response.ok) {
      throw await problemOf(response)
    }
    return ((await response.json()) as { token: string }).token
  } catch (error) {
    forgetForgeryToken()
    throw error
  }
}

async function reach(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch (error) {
    // Whoever leaves a page breaks its requests off; that is no failure.
    if (error instanceof DOMException && error.name === 'AbortError') {
      throw error
    }
    throw new ApiProblem(0, 'offline', '')
  }
}
