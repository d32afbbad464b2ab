import { emptyFigure, readFigure, sayFigure, type Figure } from './figures'

/** What the guided form asks; together it is the need's description. */
export interface Answers {
  problem: string
  tried: string
  figures: Figure[]
  other: string
}

export const noAnswers: Answers = { problem: '', tried: '', figures: [], other: '' }

type Part = 'tried' | 'figures' | 'other'

/** Headings of the description, by which it is taken apart again; what people read there, so in the language of the text. */
const headings: Record<'zh' | 'en', Record<Part, string>> = {
  zh: { tried: '已尝试的办法：', figures: '必须达到的指标：', other: '其他说明：' },
  en: { tried: 'Tried so far:', figures: 'Figures to be met:', other: 'Also:' },
}

const parts: readonly Part[] = ['tried', 'figures', 'other']

export function compose(answers: Answers, language: 'zh' | 'en'): string {
  const heading = headings[language]
  const figures = answers.figures.map(sayFigure).filter(Boolean).join('\n')
  const body: Record<Part, string> = { tried: answers.tried.trim(), figures, other: answers.other.trim() }
  return [answers.problem.trim(), ...parts.filter(part => body[part] !== '').map(part => `${heading[part]}\n${body[part]}`)].filter(Boolean).join('\n\n')
}

/** A description in its parts; null where the guided form did not write it. */
export function takeApart(description: string): { answers: Answers; language: 'zh' | 'en' } | null {
  for (const language of ['zh', 'en'] as const) {
    const texts: Record<'problem' | Part, string[]> = { problem: [], tried: [], figures: [], other: [] }
    let at: 'problem' | Part = 'problem'
    let found = false
    for (const line of description.split('\n')) {
      const part = parts.find(name => headings[language][name] === line.trim())
      if (part) {
        [at, found] = [part, true]
      } else {
        texts[at].push(line)
      }
    }
    const join = (lines: string[]) => lines.join('\n').trim()
    if (found) {
      const figures = texts.figures.map(line => line.trim()).filter(Boolean).map(readFigure)
      return { answers: { problem: join(texts.problem), tried: join(texts.tried), figures, other: join(texts.other) }, language }
    }
  }
  return null
}

/** For whoever turns to the guided form with a text that it did not write: nothing of it is lost. */
export function answersOf(description: string): Answers {
  return takeApart(description)?.answers ?? { ...noAnswers, problem: description }
}

/** Rows that nobody has filled in yet are there to be filled in. */
export function withRow(answers: Answers): Answers {
  return answers.figures.length > 0 ? answers : { ...answers, figures: [emptyFigure] }
}
