import { Popover } from 'antd'
import { useRef, type ReactElement, type ReactNode } from 'react'

/** What a button of the header opens stands beside it in the document, too: the tab key goes on into it, and Escape leads back. */
export function HeaderPopover(props: { open: boolean; setOpen: (open: boolean) => void; content: ReactNode; children: ReactElement }) {
  const place = useRef<HTMLSpanElement>(null)
  return (
    <span
      ref={place}
      onKeyDown={event => {
        if (event.key === 'Escape' && props.open) {
          props.setOpen(false)
          place.current?.querySelector('button')?.focus()
        }
      }}
    >
      <Popover open={props.open} onOpenChange={props.setOpen} trigger="click" placement="bottomRight" content={props.content} getPopupContainer={() => place.current ?? document.body}>
        {props.children}
      </Popover>
    </span>
  )
}
