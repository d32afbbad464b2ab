export interface Difference<Body> {
  name: keyof Body & string
  mine: unknown
  theirs: unknown
  /** Both changed it; otherwise only the other one did. */
  both: boolean
}

/** What somebody else changed meanwhile, field by field. What both changed alike is no difference. */
export function differences<Body extends object>(base: Body, mine: Body, theirs: Body): Difference<Body>[] {
  return (Object.keys({ ...base, ...mine, ...theirs }) as (keyof Body & string)[])
    .filter(name => !same(base[name], theirs[name]) && !same(mine[name], theirs[name]))
    .map(name => ({ name, mine: mine[name], theirs: theirs[name], both: !same(base[name], mine[name]) }))
}

export function same(a: unknown, b: unknown) {
  return text(a) === text(b)
}

/** Nothing, an empty text and an empty list say the same; properties count without their order. */
function text(value: unknown): string {
  return JSON.stringify(plain(value))
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.length === 0 ? null : value.map(plain)
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([name, inner]) => [name, plain(inner)] as const).filter(([, inner]) => inner !== null)
    return entries.length === 0 ? null : Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
  }
  return value === undefined || value === '' ? null : value
}
