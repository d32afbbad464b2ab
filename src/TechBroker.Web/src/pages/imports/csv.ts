/** Reads CSV as it arrives, up to as many records as are wanted: a large file is never held as a whole. Quotes and line breaks as in RFC 4180. */
export class CsvReader {
  readonly records: string[][] = []
  private record: string[] = []
  private cell = ''
  private quoted = false
  /** A quote inside quotes: the end, or half of a doubled one. */
  private pending = false
  private first = true

  constructor(private readonly most: number) {}

  /** Whether more is wanted. */
  push(text: string): boolean {
    for (const c of this.first && text.startsWith('\uFEFF') ? text.slice(1) : text) {
      if (this.records.length >= this.most) {
        return false
      }
      this.take(c)
    }
    this.first &&= text === ''
    return this.records.length < this.most
  }

  end() {
    if ((this.cell !== '' || this.record.length > 0) && this.records.length < this.most) {
      this.endRecord()
    }
  }

  private take(c: string) {
    if (this.pending) {
      this.pending = false
      if (c === '"') {
        this.cell += c
        return
      }
      this.quoted = false
    }
    if (this.quoted) {
      if (c === '"') {
        this.pending = true
      } else {
        this.cell += c
      }
    } else if (c === '"' && this.cell === '') {
      this.quoted = true
    } else if (c === ',') {
      this.endCell()
    } else if (c === '\n') {
      this.endRecord()
    } else if (c !== '\r') {
      this.cell += c
    }
  }

  private endCell() {
    this.record.push(this.cell)
    this.cell = ''
  }

  private endRecord() {
    this.endCell()
    this.records.push(this.record)
    this.record = []
  }
}
