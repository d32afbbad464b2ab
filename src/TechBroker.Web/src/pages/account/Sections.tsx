import { Suspense, type ReactNode } from 'react'
import { NavLink, Outlet } from 'react-router'
import { PageSkeleton } from '../../shared/PageSkeleton'
import './account.css'

export interface Section {
  to: string
  text: string
}

/** A page in parts, each with an address of its own. */
export function Sections({ title, text, label, sections }: { title: string; text?: string; label: string; sections: Section[] }) {
  return (
    <div className="page account">
      <header className="page-head">
        <h1>{title}</h1>
        {text ? <p>{text}</p> : null}
      </header>
      {sections.length > 1 ? (
        <nav className="tabs account-tabs" aria-label={label}>
          {sections.map(section => <NavLink key={section.to} to={section.to} end>{section.text}</NavLink>)}
        </nav>
      ) : null}
      <Suspense fallback={<PageSkeleton />}><Outlet /></Suspense>
    </div>
  )
}

/** A part of such a page that says one thing. */
export function Panel(props: { title: string; text?: string; extra?: ReactNode; children?: ReactNode; danger?: boolean }) {
  return (
    <section className={props.danger ? 'panel account-panel account-danger' : 'panel account-panel'}>
      <div className="head-row">
        <h2>{props.title}</h2>
        {props.extra}
      </div>
      {props.text ? <p className="quiet">{props.text}</p> : null}
      {props.children}
    </section>
  )
}
