import type { Giveaway } from './giveaways'

/** A text with some stretches of it marked. */
export function Marked({ text, stretches }: { text: string; stretches: readonly Giveaway[] }) {
  const pieces = []
  let at = 0
  for (const { from, to } of stretches.filter(({ to }) => to <= text.length)) {
    pieces.push(text.slice(at, from), <mark key={from}>{text.slice(from, to)}</mark>)
    at = to
  }
  return [...pieces, text.slice(at)]
}
