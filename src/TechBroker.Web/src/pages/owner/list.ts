import type { ReactNode } from 'react'
import type { Me } from '../../api/client'
import type { CursorPages } from '../../shared/useCursorPages'
import type { Item, Kind } from './items'
import type { Steps } from './useSteps'

/** What a list needs to know, whether it is a table or, on a phone, cards. */
export interface ListProps {
  kind: Kind
  me: Me
  pages: CursorPages<Item>
  steps: Steps
  question?: string
  selection?: { selected: Item[]; onSelect: (items: Item[]) => void }
  empty: ReactNode
}
