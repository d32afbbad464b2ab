import type { TableProps } from 'antd'
import { Link } from 'react-router'
import type { Schema } from '../../../api/client'
import { useI18n, type TextKey } from '../../../i18n'
import { CursorTable } from '../../../shared/CursorTable'
import { Facts } from '../../../shared/Facts'
import { Nothing } from '../../../shared/Nothing'
import type { CursorPages } from '../../../shared/useCursorPages'
import { useIsPhone } from '../../../shared/useIsPhone'
import { actionName, pageOf, subjects } from './names'

export type AuditRow = Schema['AuditEntryBody'] & { id: string }

export function AuditTable({ pages }: { pages: CursorPages<AuditRow> }) {
  const { t, time, nameOf } = useI18n()
  const action = (code: string) => {
    const name = actionName(code)
    return name ? nameOf(name) : code
  }
  const subject = (code: string) => (subjects[code] ? nameOf(subjects[code]) : code)
  const who = (row: AuditRow) => row.actorName ?? t(`audit.kind.${row.actorKind}` as TextKey)
  const narrow: TableProps<AuditRow>['columns'] = [
    { title: t('audit.action'), render: (_, row) => <>{action(row.action)}<br /><small className="quiet organiser-flush">{time(row.at)} · {who(row)}</small></> },
  ]
  const columns: TableProps<AuditRow>['columns'] = useIsPhone() ? narrow : [
    { title: t('audit.at'), width: 180, render: (_, row) => time(row.at) },
    { title: t('audit.actor'), render: (_, row) => who(row) },
    { title: t('audit.action'), render: (_, row) => <span title={row.action}>{action(row.action)}</span> },
    { title: t('audit.subject'), render: (_, row) => <Subject row={row} name={subject(row.subject)} /> },
    { title: t('audit.seq'), align: 'right', responsive: ['md'], render: (_, row) => row.seq },
  ]
  return (
    <CursorTable<AuditRow>
      pages={pages}
      columns={columns}
      empty={<Nothing text={t('audit.none')} />}
      table={{ size: 'small', scroll: undefined, expandable: { expandedRowRender: row => <Details row={row} subject={subject} /> } }}
    />
  )
}

function Subject({ row, name }: { row: AuditRow; name: string }) {
  const page = pageOf(row.subject, row.subjectId)
  return <>{page ? <Link to={page} className="organiser-inline">{name}</Link> : name}{row.subjectId ? <small className="quiet organiser-code" title={row.subjectId}>{row.subjectId.slice(0, 8)}</small> : null}</>
}

function Details({ row, subject }: { row: AuditRow; subject: (code: string) => string }) {
  const { t } = useI18n()
  const code = (text: string | null | undefined) => (text ? <code className="organiser-code">{text}</code> : null)
  return (
    <Facts
      items={[
        [t('audit.code'), code(row.action)],
        [t('audit.subject'), <Subject key="subject" row={row} name={subject(row.subject)} />],
        [t('audit.via'), row.via ? t(`audit.via.${row.via}` as TextKey) : null],
        [t('audit.address'), code(row.address)],
        [t('audit.actorId'), code(row.actorId)],
        [t('audit.subjectId'), code(row.subjectId)],
        [t('audit.details'), row.details ? <pre key="details" className="organiser-code organiser-pre">{JSON.stringify(row.details, null, 2)}</pre> : null],
        [t('audit.hash'), code(row.hash)],
        [t('audit.previous'), code(row.previousHash)],
      ]}
    />
  )
}
