import { AutoComplete, Button, Input, Select } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { useI18n } from '../../../i18n'
import { DayPicker } from '../../../shared/fields/DayPicker'
import { PersonSelect } from '../fields/PersonSelect'
import { prefixes, subjects } from './names'
import type { AuditSearch } from './search'

export function AuditFilters({ search, change }: { search: AuditSearch; change: (next: AuditSearch) => void }) {
  const { t, nameOf } = useI18n()
  const set = (part: AuditSearch) => change({ ...search, ...part })
  return (
    <section className="filters" aria-label={t('audit.filters')}>
      <Filter name="from" label={t('audit.from')}><DayPicker id="audit-from" value={search.from} max={search.to} onChange={from => set({ from: from ?? undefined })} /></Filter>
      <Filter name="to" label={t('audit.to')}><DayPicker id="audit-to" value={search.to} min={search.from} onChange={to => set({ to: to ?? undefined })} /></Filter>
      <Filter name="actor" label={t('audit.actor')}><PersonSelect id="audit-actor" value={search.actorId} onChange={actorId => set({ actorId })} /></Filter>
      <Filter name="subject" label={t('audit.subject')}>
        <Select
          id="audit-subject"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('field.choose')}
          value={search.subject}
          options={Object.entries(subjects).map(([value, name]) => ({ value, label: nameOf(name) }))}
          onChange={(subject: string | undefined) => set({ subject })}
        />
      </Filter>
      <Typed name="action" label={t('audit.action')} value={search.action} change={action => set({ action })} options={prefixes.map(([value, name]) => ({ value, label: `${nameOf(name)} · ${value}` }))} />
      <Typed name="subjectId" label={t('audit.subjectId')} value={search.subjectId} change={subjectId => set({ subjectId })} />
      {Object.keys(search).length > 0 ? <Button type="link" onClick={() => change({})}>{t('audit.clear')}</Button> : null}
    </section>
  )
}

function Filter({ name, label, children }: { name: string; label: string; children: ReactNode }) {
  return <div className="filter"><label htmlFor={`audit-${name}`}>{label}</label>{children}</div>
}

/** Asked for when somebody is done typing: by the return key, by choosing, or by going elsewhere. */
function Typed(props: { name: string; label: string; value?: string; change: (value: string | undefined) => void; options?: { value: string; label: string }[] }) {
  const [typed, setTyped] = useState(props.value ?? '')
  useEffect(() => setTyped(props.value ?? ''), [props.value])
  const done = (value = typed) => value.trim() === (props.value ?? '') ? undefined : props.change(value.trim() || undefined)
  return (
    <Filter name={props.name} label={props.label}>
      {props.options ? (
        <AutoComplete
          id={`audit-${props.name}`}
          allowClear
          value={typed}
          options={props.options}
          showSearch={{ filterOption: (text, option) => option?.label.toLowerCase().includes(text.toLowerCase()) ?? false }}
          onChange={setTyped}
          onSelect={(value: string) => done(value)}
          onClear={() => done('')}
          onBlur={() => done()}
          onKeyDown={event => event.key === 'Enter' && done()}
        />
      ) : (
        <Input id={`audit-${props.name}`} allowClear value={typed} onChange={event => setTyped(event.target.value)} onClear={() => done('')} onBlur={() => done()} onPressEnter={() => done()} />
      )}
    </Filter>
  )
}
