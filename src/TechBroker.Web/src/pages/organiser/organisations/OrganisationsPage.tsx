import { PlusOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Tag, type TableProps } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { api, bodyOf, ifMatch, type Schema } from '../../../api/client'
import { useI18n } from '../../../i18n'
import { CursorTable } from '../../../shared/CursorTable'
import { Nothing } from '../../../shared/Nothing'
import { useCursorPages } from '../../../shared/useCursorPages'
import { useTitle } from '../../../shared/useTitle'
import { useNames, useRegionName } from '../../../shared/vocabularies'
import { useSettled } from '../../../shared/useSettled'
import { FormDrawer } from '../FormDrawer'
import { OrganisationFields } from './OrganisationFields'
import { organisationPages } from './queries'
import '../organiser.css'

type Organisation = Schema['OrganisationBody']
type Values = Schema['PostOrganisationBody']

export function Component() {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [params, setParams] = useSearchParams()
  const q = params.get('q') ?? ''
  const pages = useCursorPages<Organisation>(organisationPages(useSettled(q.trim())))
  const [edited, setEdited] = useState<Organisation | 'new' | null>(null)
  const [kind, region] = [useNames('organisation-kinds'), useRegionName()]
  useTitle(t('work.organisations'))

  const save = async (body: Values, key: string) => {
    const header = { 'Idempotency-Key': key }
    const saved = await bodyOf(edited === 'new' || edited === null
      ? api.POST('/api/v1/organisations', { body, params: { header } })
      : api.PUT('/api/v1/organisations/{id}', { body, params: { path: { id: edited.id }, header: { ...header, 'If-Match': ifMatch(edited.revision) } } }))
    void queries.invalidateQueries({ queryKey: ['organisations'] })
    const warning = saved.warnings?.[0]
    void (warning ? message.warning(`${t('centre.saved')} ${warning.message}`, 8) : message.success(t('centre.saved')))
  }
  const columns: TableProps<Organisation>['columns'] = [
    { title: t('organisation.name'), render: (_, row) => <Button type="link" className="organiser-figure organiser-name" onClick={() => setEdited(row)}>{row.name}</Button> },
    { title: t('organisation.kind'), responsive: ['sm'], render: (_, row) => kind(row.kind) },
    { title: t('organisation.creditCode'), responsive: ['md'], render: (_, row) => <span className="organiser-code">{row.creditCode}</span> },
    { title: t('organisation.region'), responsive: ['md'], render: (_, row) => region(row.regionCode) },
    { title: t('organisation.approval'), responsive: ['lg'], render: (_, row) => row.approvesListings ? <Tag color="blue">{t('organisation.approves')}</Tag> : null },
  ]
  return (
    <div className="page organiser">
      <header className="head-row">
        <h1>{t('work.organisations')}</h1>
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setEdited('new')}>{t('organisation.add')}</Button>
      </header>
      <Input.Search className="organiser-search" allowClear aria-label={t('field.findOrganisation')} placeholder={t('field.findOrganisation')} value={q} onChange={event => setParams(event.target.value ? { q: event.target.value } : {}, { replace: true })} />
      <CursorTable pages={pages} columns={columns} empty={<Nothing text={q ? t('organisation.notFound') : t('organisation.none')} />} table={{ scroll: undefined }} />
      <FormDrawer<Values>
        open={edited !== null}
        close={() => setEdited(null)}
        title={edited === 'new' ? t('organisation.add') : t('organisation.edit')}
        ok={t('centre.save')}
        initial={edited === 'new' || edited === null ? { approvesListings: false } : fieldsOf(edited)}
        send={save}
      >
        <OrganisationFields />
      </FormDrawer>
    </div>
  )
}

function fieldsOf({ name, kind, creditCode, regionCode, nature, approvesListings }: Organisation): Values {
  return { name, kind, creditCode, regionCode, nature, approvesListings }
}
