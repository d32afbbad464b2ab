import { Tag, Tooltip } from 'antd'
import type { ReactNode } from 'react'
import { useI18n } from '../../i18n'
import { stateTones, type State, type Tone } from './states'

/** A word with a coloured dot: coloured words on a coloured ground are hard to read at this size. */
export function Dotted({ tone, children, focusable }: { tone: Tone; children: ReactNode; focusable?: boolean }) {
  return <Tag className="owner-tag" tabIndex={focusable ? 0 : undefined}><span className={`owner-dot owner-dot-${tone}`} aria-hidden />{children}</Tag>
}

export function StateTag({ state }: { state: string }) {
  const { t } = useI18n()
  return state in stateTones ? <Dotted tone={stateTones[state as State]}>{t(`owner.state.${state as State}`)}</Dotted> : <Tag>{state}</Tag>
}

const visibilityTones = { open: 'busy', blind: 'talks', private: 'bad' } as const

/** Who can read a need; the word is explained to whoever points at it or comes to it by the keyboard. */
export function VisibilityTag({ visibility }: { visibility: string }) {
  const { t } = useI18n()
  if (visibility !== 'open' && visibility !== 'blind' && visibility !== 'private') {
    return <Tag>{visibility}</Tag>
  }
  return (
    <Tooltip trigger={['hover', 'focus']} title={t(`owner.visibilityText.${visibility}`)}>
      <span className="owner-tip"><Dotted tone={visibilityTones[visibility]} focusable>{t(`owner.visibility.${visibility}`)}</Dotted></span>
    </Tooltip>
  )
}
