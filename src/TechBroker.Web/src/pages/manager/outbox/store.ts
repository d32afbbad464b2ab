import type { Entry } from './entry'

/** Where entries are kept. Each has a place of its own, so that two tabs never write over each other's. */
export interface Shelf {
  readonly length: number
  key: (index: number) => string | null
  getItem: (name: string) => string | null
  setItem: (name: string, value: string) => void
  removeItem: (name: string) => void
}

/** What the places of all entries of an account begin with. */
export function entriesOf(account: string) {
  return `techbroker.outbox.${account}.`
}

const doneKept = 5

export class Outbox {
  private readonly listeners = new Set<() => void>()
  // What the browser would not keep lives as long as the page.
  private readonly unkept = new Map<string, Entry>()
  private shown: Entry[] | undefined

  constructor(private readonly shelf: Shelf, readonly account: string) {}

  /** In the order in which they were made; the same array until something changes. */
  readonly list = (): Entry[] => (this.shown ??= this.read())

  find(id: string): Entry | undefined {
    return this.unkept.get(id) ?? parse(this.shelf.getItem(this.nameOf(id)))
  }

  /** @returns Whether it survives the page. */
  put(entry: Entry): boolean {
    let kept = true
    try {
      this.shelf.setItem(this.nameOf(entry.id), JSON.stringify(entry))
      this.unkept.delete(entry.id)
    } catch {
      this.unkept.set(entry.id, entry)
      kept = false
    }
    this.changed()
    return kept
  }

  remove(id: string) {
    this.unkept.delete(id)
    this.shelf.removeItem(this.nameOf(id))
    this.changed()
  }

  /** The last few that are done stay. */
  prune() {
    for (const { id } of this.list().filter(entry => entry.state === 'done').slice(0, -doneKept)) {
      this.remove(id)
    }
  }

  /** Also called when another tab changed something. */
  changed() {
    this.shown = undefined
    this.listeners.forEach(listener => listener())
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  isOwn(name: string | null): boolean {
    return name === null || name.startsWith(this.nameOf(''))
  }

  private read(): Entry[] {
    const names = Array.from({ length: this.shelf.length }, (_, i) => this.shelf.key(i)).filter(name => name?.startsWith(this.nameOf('')))
    const kept = names.map(name => parse(this.shelf.getItem(name!))).filter(entry => entry !== undefined && !this.unkept.has(entry.id)) as Entry[]
    return [...kept, ...this.unkept.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  }

  private nameOf(id: string) {
    return `${entriesOf(this.account)}${id}`
  }
}

function parse(text: string | null): Entry | undefined {
  try {
    return text === null ? undefined : (JSON.parse(text) as Entry)
  } catch {
    return undefined
  }
}
