import type { QueryKey } from '@tanstack/react-query'

// Several events of one commit become one reading anew.
const pause = 150

// More single items of a kind than anybody has on the screen: the whole kind is set aside instead.
const mostOfAKind = 40

/** Gathers keys and hands them on: the first soon, the same again only after a rest (in milliseconds). */
export function gather(setAside: (keys: QueryKey[]) => void, rest: number) {
  const waiting = new Map<string, { key: QueryKey; due: number }>()
  const last = new Map<string, number>()
  let timer: ReturnType<typeof setTimeout> | undefined

  const plan = () => {
    clearTimeout(timer)
    if (waiting.size > 0) {
      const next = Math.min(...[...waiting.values()].map(({ due }) => due))
      timer = setTimeout(flush, Math.max(0, next - Date.now()))
    }
  }

  const flush = () => {
    const now = Date.now()
    const ripe = [...waiting].filter(([, { due }]) => due <= now)
    for (const [name, at] of last) {
      if (at < now - rest) {
        last.delete(name)
      }
    }
    for (const [name] of ripe) {
      waiting.delete(name)
      last.set(name, now)
    }
    setAside(condensed(ripe.map(([, { key }]) => key)))
    plan()
  }

  return {
    add(keys: QueryKey[]) {
      const now = Date.now()
      for (const key of keys) {
        const name = JSON.stringify(key)
        if (!waiting.has(name)) {
          waiting.set(name, { key, due: Math.max(now + pause, (last.get(name) ?? 0) + rest) })
        }
      }
      plan()
    },
    stop: () => clearTimeout(timer),
  }
}

function condensed(keys: QueryKey[]): QueryKey[] {
  const whole = new Set<unknown>()
  for (const kind of new Set(keys.map(key => key[0]))) {
    const ofKind = keys.filter(key => key[0] === kind)
    if (ofKind.length > mostOfAKind || ofKind.some(key => key.length === 1)) {
      whole.add(kind)
    }
  }
  return [...[...whole].map(kind => [kind]), ...keys.filter(key => !whole.has(key[0]))]
}
