/** Puts values into `{name}` places; a place without a value stays as it is, so that it is noticed. */
export function fill(text: string, values?: Record<string, string | number>) {
  return values ? text.replace(/\{(\w+)\}/g, (place, name: string) => (name in values ? String(values[name]) : place)) : text
}
