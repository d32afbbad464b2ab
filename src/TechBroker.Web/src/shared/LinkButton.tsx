import { Button, type ButtonProps } from 'antd'
import type { MouseEvent, ReactNode } from 'react'
import { useHref, useLinkClickHandler } from 'react-router'

/** A link that looks like a button: it can be opened in another tab, and takes one step with the tab key. */
export function LinkButton({ to, children, ...look }: { to: string; children: ReactNode } & Pick<ButtonProps, 'type' | 'block' | 'size' | 'icon'>) {
  const href = useHref(to)
  const follow = useLinkClickHandler<HTMLAnchorElement>(to)
  return <Button {...look} href={href} onClick={event => follow(event as MouseEvent<HTMLAnchorElement>)}>{children}</Button>
}
