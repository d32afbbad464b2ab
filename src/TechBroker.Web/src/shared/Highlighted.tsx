import { highlight } from './highlight'

export function Highlighted({ text, question }: { text: string; question?: string }) {
  return highlight(text, question).map((piece, i) => (piece.hit ? <mark key={i}>{piece.text}</mark> : piece.text))
}
