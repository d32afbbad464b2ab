import { expect, it } from 'vitest'
import { CsvReader } from './csv'

function read(text: string, most = 10, piece = text.length || 1) {
  const reader = new CsvReader(most)
  for (let at = 0; at < text.length; at += piece) {
    if (!reader.push(text.slice(at, at + piece))) {
      break
    }
  }
  reader.end()
  return reader.records
}

const text = '\uFEFF名称,说明\r\n"甲,乙","说""好""\n了"\r\n丙,\r\n'
const records = [['名称', '说明'], ['甲,乙', '说"好"\n了'], ['丙', '']]

it.each([1, 2, 3, 100])('reads quotes and breaks in pieces of %i', piece => expect(read(text, 10, piece)).toEqual(records))
it('stops at as many as are wanted', () => expect(read(text, 2)).toEqual(records.slice(0, 2)))
it('takes a last line without a break', () => expect(read('a,b\nc,d')).toEqual([['a', 'b'], ['c', 'd']]))
