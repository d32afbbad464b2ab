export interface Piece {
  text: string
  hit: boolean
}

/**
 * Cuts a text into what was asked for and the rest. Latin words count from their beginning; of Chinese, which is written without spaces,
 * every run of two or more characters that stands in the question counts, as the search itself takes it apart.
 */
export function highlight(text: string, question: string | undefined): Piece[] {
  const hits = new Array<boolean>(text.length).fill(false)
  const lower = text.toLowerCase()
  for (const word of wordsOf(question ?? '')) {
    if (isHan(word)) {
      markRuns(lower, word, hits)
    } else {
      markWord(lower, word, hits)
    }
  }
  return piecesOf(text, hits)
}

function wordsOf(question: string) {
  // Letters of other scripts, and digits, hold together; a change between Chinese and those parts words.
  return question.normalize('NFKC').toLowerCase().match(/\p{Script=Han}+|[\p{L}\p{N}]+(?<!\p{Script=Han})/gu) ?? []
}

function isHan(word: string) {
  return /\p{Script=Han}/u.test(word)
}

function markRuns(text: string, word: string, hits: boolean[]) {
  if (word.length === 1) {
    markAll(text, word, hits)
  }
  for (let i = 0; i + 2 <= word.length; i++) {
    markAll(text, word.slice(i, i + 2), hits)
  }
}

function markAll(text: string, part: string, hits: boolean[]) {
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    hits.fill(true, at, at + part.length)
  }
}

function markWord(text: string, word: string, hits: boolean[]) {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1]!) || isHan(text[at - 1]!)) {
      hits.fill(true, at, at + word.length)
    }
  }
}

function piecesOf(text: string, hits: boolean[]): Piece[] {
  const pieces: Piece[] = []
  for (let i = 0; i < text.length; i++) {
    const last = pieces.at(-1)
    if (last && last.hit === hits[i]) {
      last.text += text[i]
    } else {
      pieces.push({ text: text[i]!, hit: hits[i]! })
    }
  }
  return pieces
}

/** The first of some texts that something of the question stands in; else the first. */
export function bestText(texts: readonly (string | null | undefined)[], question: string | undefined): string | undefined {
  const known = texts.filter(text => text !== null && text !== undefined && text !== '') as string[]
  return known.find(text => highlight(text, question).some(piece => piece.hit)) ?? known[0]
}

/** A part of a long text around the first place that was asked for, or its beginning. */
export function excerpt(text: string, question: string | undefined, length: number): string {
  if (text.length <= length) {
    return text
  }
  const before = highlight(text, question)
  const at = before[0]?.hit === false && before.length > 1 ? before[0].text.length : 0
  const start = Math.max(0, Math.min(at - Math.floor(length / 4), text.length - length))
  return `${start > 0 ? '…' : ''}${text.slice(start, start + length)}${start + length < text.length ? '…' : ''}`
}
