import type { Schema } from '../../api/client'

export type Issue = Schema['ImportIssueBody']

/** A row that was not imported: its cells, and beside each what is wrong with it. */
export interface RejectedRow {
  /** As the file shows it. */
  row: number
  cells: { text: string; issues: Issue[] }[]
  /** What belongs to no one cell. */
  issues: Issue[]
}

export interface RejectedTable {
  columns: string[]
  rows: RejectedRow[]
}

/** The API's file of rejected rows holds, in file order, exactly the rows that have errors; so the nth is that of the nth row number. */
export function rejectedTable(headings: readonly string[], records: readonly (readonly string[])[], issues: readonly Issue[]): RejectedTable {
  const errorsAt = headings.findLastIndex(heading => errorHeadings.has(heading))
  const columns = headings.filter((_, i) => i !== errorsAt)
  const names = columns.map(columnName)
  const byRow = errorsByRow(issues)
  const numbers = [...byRow.keys()].sort((a, b) => a - b)
  return {
    columns: columns.map((heading, i) => heading || names[i]!),
    rows: records.slice(0, numbers.length).map((record, n) => {
      const found = byRow.get(numbers[n]!)!
      // A row with too many cells or too few has them where it has them.
      const texts = record.length === headings.length ? record.filter((_, i) => i !== errorsAt) : record
      return {
        row: numbers[n]!,
        cells: columns.map((_, i) => ({ text: texts[i] ?? '', issues: found.filter(issue => issue.column === names[i]) })),
        issues: found.filter(issue => !names.includes(issue.column ?? '')),
      }
    }),
  }
}

/** Lines of a JSONL file as a table; a line that cannot be read has what is wrong with it and no cells. */
export function rejectedLines(lines: readonly string[], issues: readonly Issue[]): RejectedTable {
  const objects = lines.map(objectOf)
  const headings = [...new Set(objects.flatMap(Object.keys))].filter(name => name !== '_errors')
  return rejectedTable(headings, objects.map(object => headings.map(name => textOf(object[name]))), issues)
}

const errorHeadings = new Set(['错误', '错误原因', 'errors', '_errors'])

function errorsByRow(issues: readonly Issue[]) {
  const byRow = new Map<number, Issue[]>()
  for (const issue of issues.filter(({ severity }) => severity === 'error')) {
    byRow.set(issue.row, [...(byRow.get(issue.row) ?? []), issue])
  }
  return byRow
}

/** As the API calls a column: its heading on one line and not longer than forty characters, or else its letter. */
export function columnName(heading: string, index: number): string {
  const line = heading.replace(/[\r\n]+/g, ' ')
  return line === '' ? letters(index) : line.length <= 40 ? line : `${line.slice(0, 40)}…`
}

function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last
}

function objectOf(line: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

function textOf(value: unknown): string {
  return value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value)
}

/** The API's sentences name their column, because most people read them away from the table. */
export function withoutColumn(message: string): string {
  const rest = message.replace(/^(“.*?”列：|Column ".*?": )/, '')
  return rest.charAt(0).toUpperCase() + rest.slice(1)
}
