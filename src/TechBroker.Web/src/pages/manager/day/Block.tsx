import type { ReactNode } from 'react'

/** A list of what to do; an empty one says what that means. */
export function Block(props: { id: string; title: string; count?: number; empty: ReactNode; more?: ReactNode; children: ReactNode[] }) {
  return (
    <section className="panel" aria-labelledby={props.id}>
      <div className="head-row">
        <h2 id={props.id}>{props.title}{props.count ? <span className="manager-count"> {props.count}</span> : null}</h2>
        {props.more}
      </div>
      {props.children.length > 0 ? <ul className="manager-list">{props.children}</ul> : <p className="quiet">{props.empty}</p>}
    </section>
  )
}
