import type { ReactNode } from 'react'

/** A page that says one thing and shows the way on. antd's Result would weigh more than the page around it. */
export function Message(props: { title: string; text: ReactNode; children?: ReactNode }) {
  return (
    <div className="page message">
      <h1>{props.title}</h1>
      <p>{props.text}</p>
      <div>{props.children}</div>
    </div>
  )
}
