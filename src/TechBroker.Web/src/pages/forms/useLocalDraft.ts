import { useCallback, useEffect, useRef, useState } from 'react'
import { useSession } from '../../app/session'
import { draftName, readDraft, writeDraft, type LocalDraft } from './localDraft'

const pause = 400

/** Keeps what is typed in this browser, and offers what was left there before. */
export function useLocalDraft<Values, Body>(
  kind: 'listing' | 'need',
  id: string | undefined,
  current: () => Omit<LocalDraft<Values, Body>, 'savedAt'>,
  isDirty: () => boolean,
) {
  const { me } = useSession()
  const name = draftName(me?.id ?? '', kind, id)
  const [offer, setOffer] = useState(() => readDraft<Values, Body>(name))
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const latest = useRef({ current, isDirty })
  latest.current = { current, isDirty }

  const write = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = undefined
    const now = new Date().toISOString()
    const dirty = latest.current.isDirty()
    writeDraft(name, dirty ? { ...latest.current.current(), savedAt: now } : null)
    setSavedAt(dirty ? now : null)
  }, [name])

  // Whoever closes the tab right after the last word loses nothing either.
  useEffect(() => {
    const flush = () => timer.current !== undefined && write()
    addEventListener('pagehide', flush)
    return () => {
      removeEventListener('pagehide', flush)
      flush()
    }
  }, [write])

  return {
    /** What was left here before and nobody has decided about yet. */
    offer,
    savedAt,
    touch: () => {
      clearTimeout(timer.current)
      timer.current = setTimeout(write, pause)
    },
    resume: () => {
      setOffer(null)
      return offer
    },
    discard: () => {
      setOffer(null)
      if (savedAt === null) {
        writeDraft(name, null)
      }
    },
    forget: () => {
      clearTimeout(timer.current)
      timer.current = undefined
      setOffer(null)
      setSavedAt(null)
      writeDraft(name, null)
    },
  }
}
