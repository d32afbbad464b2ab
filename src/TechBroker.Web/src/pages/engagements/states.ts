import type { TextKey } from '../../i18n'

/** In the order in which an engagement goes through them. */
export const states = ['proposed', 'interested', 'mutual', 'introduced', 'met', 'negotiating', 'publicity', 'signed', 'closed'] as const

export type State = (typeof states)[number]

/** Of the dot before the name; the name itself keeps the colour of text, which is legible on every ground. */
export const colours: Record<State, string> = {
  proposed: 'var(--ant-color-text-quaternary)',
  interested: 'var(--ant-cyan-6)',
  mutual: 'var(--ant-geekblue-6)',
  introduced: 'var(--ant-blue-6)',
  met: 'var(--ant-purple-6)',
  negotiating: 'var(--ant-orange-6)',
  publicity: 'var(--ant-gold-6)',
  signed: 'var(--ant-green-6)',
  closed: 'var(--ant-color-text-quaternary)',
}

export const stateText = (state: string) => `engagement.state.${state}` as TextKey
