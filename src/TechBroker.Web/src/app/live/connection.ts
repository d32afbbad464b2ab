/** What is used of EventSource. */
export interface Source {
  readonly readyState: number
  addEventListener: (kind: string, listener: (event: Event) => void) => void
  close: () => void
}

/** What is used of the document. */
export interface Visibility {
  readonly visibilityState: string
  addEventListener: (kind: 'visibilitychange', listener: () => void) => void
  removeEventListener: (kind: 'visibilitychange', listener: () => void) => void
}

export interface Listeners {
  kinds: readonly string[]
  /** An event of one of the kinds, with its data. */
  onEvent: (kind: string, data: string) => void
  /** The stream stands, for the first time or again. */
  onOpen: () => void
  /** Events may have been missed: whoever reads anything reads it anew. */
  onGap: () => void
  /** The server said no, perhaps because nobody is signed in any more. */
  onRefused: () => void
}

const closed = 2

// A browser holds few connections to a server, and each tab takes one: those that nobody looks at give theirs back.
const hiddenFor = 60_000
const firstWait = 2_000
const longestWait = 60_000

/**
 * Keeps the stream open as long as somebody looks. A connection that is lost the browser renews by itself with Last-Event-ID and misses nothing;
 * one that was refused, or given back, is opened anew by us, which leaves a gap.
 */
export function keepOpen(open: () => Source, page: Visibility, listeners: Listeners): () => void {
  let source: Source | undefined
  let refusals = 0
  let gap = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const leave = () => {
    clearTimeout(timer)
    source?.close()
    source = undefined
    gap = true
  }

  const connect = () => {
    const mine = open()
    source = mine
    for (const kind of listeners.kinds) {
      mine.addEventListener(kind, event => listeners.onEvent(kind, (event as MessageEvent<string>).data))
    }
    mine.addEventListener('open', () => {
      refusals = 0
      listeners.onOpen()
      if (gap) {
        gap = false
        listeners.onGap()
      }
    })
    mine.addEventListener('error', () => {
      if (source === mine && mine.readyState === closed) {
        leave()
        listeners.onRefused()
        timer = setTimeout(connect, Math.min(longestWait, firstWait * 2 ** refusals++) * (0.75 + Math.random() / 2))
      }
    })
  }

  const look = () => {
    if (page.visibilityState === 'visible') {
      if (source) {
        clearTimeout(timer)
      } else {
        leave()
        connect()
      }
    } else if (source) {
      clearTimeout(timer)
      timer = setTimeout(leave, hiddenFor)
    } else {
      clearTimeout(timer)
    }
  }

  page.addEventListener('visibilitychange', look)
  if (page.visibilityState === 'visible') {
    connect()
  }
  return () => {
    page.removeEventListener('visibilitychange', look)
    leave()
  }
}
