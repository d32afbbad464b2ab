import createClient from 'openapi-fetch'
import type { components, paths } from './schema'
import { send } from './transport'

/** Every call of every page; its types come from schemas/openapi.json. */
export const api = createClient<paths>({ baseUrl: '/', fetch: send })

export type Schema = components['schemas']
export type Listing = Schema['ListingBody']
export type Need = Schema['NeedBody']
export type Me = Schema['MeBody']
export type Money = Schema['MoneyBody']
export type Term = Schema['TermBody']

/** A list's page: what it holds, and how to ask for the next. */
export interface Page<T> {
  items: T[]
  next?: string | null
}

/** The body of a call that succeeded; others have thrown an ApiProblem by then. */
export async function bodyOf<T>(call: Promise<{ data?: T }>): Promise<T> {
  return (await call).data as T
}

/** For If-Match: the revision that was read is the one that is changed, or else the API says 412. */
export function ifMatch(revision: number | null | undefined) {
  return `"${revision ?? 0}"`
}

/** One for each thing that a person does, kept over repeats: the API does it once. */
export function idempotencyKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, b => b.toString(16).padStart(2, '0')).join('')
}
