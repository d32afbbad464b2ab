/** Names and values of one thing that is held, in their order; what has no value is left out. */
export type Value = { kind: 'text' | 'time' | 'day' | 'id' | 'code'; text: string } | { kind: 'yesNo'; yes: boolean } | { kind: 'list'; items: string[] }

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/
const day = /^\d{4}-\d{2}-\d{2}$/

export function valuesOf(item: unknown): [name: string, value: Value][] {
  return typeof item === 'object' && item !== null
    ? Object.entries(item).flatMap(([name, raw]) => {
        const value = valueOf(raw)
        return value ? [[name, value] as [string, Value]] : []
      })
    : []
}

function valueOf(raw: unknown): Value | null {
  if (raw === null || raw === undefined || raw === '') {
    return null
  }
  if (typeof raw === 'boolean') {
    return { kind: 'yesNo', yes: raw }
  }
  if (Array.isArray(raw)) {
    return raw.length === 0 ? null : raw.every(part => typeof part === 'string') ? { kind: 'list', items: raw } : { kind: 'code', text: JSON.stringify(raw) }
  }
  if (typeof raw === 'object') {
    return Object.keys(raw).length === 0 ? null : { kind: 'code', text: JSON.stringify(raw) }
  }
  const text = String(raw)
  return { kind: uuid.test(text) ? 'id' : moment.test(text) ? 'time' : day.test(text) ? 'day' : 'text', text }
}
