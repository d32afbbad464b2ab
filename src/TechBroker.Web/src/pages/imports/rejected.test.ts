import { describe, expect, it } from 'vitest'
import { columnName, rejectedLines, rejectedTable, withoutColumn, type Issue } from './rejected'

const issue = (row: number, column: string | null, severity = 'error'): Issue => ({ row, column, severity, code: 'c', message: `${column} wrong`, remedy: 'mend it' })

describe('rejected rows', () => {
  it('have each error beside its cell, and warnings nowhere', () => {
    const table = rejectedTable(['名称', '成熟度', '错误'], [['甲', '12', 'x'], ['', '3', 'y']], [issue(7, '名称'), issue(3, '成熟度'), issue(3, '名称', 'warning'), issue(5, '名称', 'warning')])
    expect(table.columns).toEqual(['名称', '成熟度'])
    expect(table.rows.map(({ row }) => row)).toEqual([3, 7])
    expect(table.rows[0]!.cells).toEqual([{ text: '甲', issues: [] }, { text: '12', issues: [issue(3, '成熟度')] }])
    expect(table.rows[1]!.cells[0]!.issues).toEqual([issue(7, '名称')])
  })

  it('show what belongs to no cell', () => {
    const [row] = rejectedTable(['a', 'errors'], [['1', 'x', 'y', '!']], [issue(2, null), issue(2, 'gone')]).rows
    expect(row!.issues).toHaveLength(2)
  })

  it('of JSONL are a table, too', () => {
    const table = rejectedLines(['{"title":"t","trl":12,"_errors":["x"]}', 'no json'], [issue(1, 'trl'), issue(2, null)])
    expect(table.columns).toEqual(['title', 'trl'])
    expect(table.rows[0]!.cells[1]).toEqual({ text: '12', issues: [issue(1, 'trl')] })
    expect(table.rows[1]!.issues).toHaveLength(1)
  })
})

it.each([['', 0, 'A'], ['', 27, 'AB'], ['两\n行', 0, '两 行'], ['x'.repeat(41), 0, `${'x'.repeat(40)}…`]])('the API calls the column %j', (heading, index, name) =>
  expect(columnName(heading, index)).toBe(name))

it.each([['“成熟度”列：“99”不是 1 到 9 级。', '“99”不是 1 到 9 级。'], ['Column "TRL": "99" is wrong.', '"99" is wrong.'], ['整行错误', '整行错误']])('beside its cell %j is %j', (message, text) =>
  expect(withoutColumn(message)).toBe(text))
