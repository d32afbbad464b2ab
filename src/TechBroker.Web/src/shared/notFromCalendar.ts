import type { KeyboardEvent } from 'react'

/** For onKeyDown around a form: the key that takes a day out of a calendar must not send the form. */
export function notFromCalendar(event: KeyboardEvent) {
  if (event.key === 'Enter' && (event.target as HTMLElement).closest('.ant-picker')) {
    event.preventDefault()
  }
}
