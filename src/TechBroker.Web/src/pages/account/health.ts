/** GET /health/ready, as the people of the centre are answered: not in the API's document, so that it is read with care. */
export interface Health {
  status: string
  backlog?: number
  oldestMessageSeconds?: number
  reasons: { code: string; level: string; message: string }[]
  bus?: { status: string; fault?: string }
  audit?: { status: string; fault?: string }
}

export function healthOf(body: unknown): Health {
  const from = isObject(body) ? body : {}
  const number = (value: unknown) => (typeof value === 'number' ? value : undefined)
  return {
    status: text(from.status) ?? 'down',
    backlog: number(from.backlog),
    oldestMessageSeconds: number(from.oldestMessageSeconds),
    reasons: Array.isArray(from.reasons)
      ? from.reasons.filter(isObject).map(reason => ({ code: text(reason.code) ?? '', level: text(reason.level) ?? 'information', message: text(reason.message) ?? text(reason.code) ?? '' }))
      : [],
    bus: part(from.bus),
    audit: part(from.audit),
  }
}

/** 503 is an answer, too: it says why. */
export async function readHealth(language: string, signal: AbortSignal): Promise<Health> {
  const response = await fetch('/health/ready', { headers: { 'Accept-Language': language }, signal })
  return healthOf(await response.json().catch(() => ({})))
}

function part(value: unknown) {
  return isObject(value) ? { status: text(value.status) ?? '', fault: text(value.fault) } : undefined
}

function text(value: unknown) {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
