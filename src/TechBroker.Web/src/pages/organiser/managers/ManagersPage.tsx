import { Progress, Select, Switch, Tag, TreeSelect, type TableProps } from 'antd'
import { Link, useSearchParams } from 'react-router'
import type { Schema } from '../../../api/client'
import { useI18n, type TextKey } from '../../../i18n'
import { CursorTable } from '../../../shared/CursorTable'
import { RegionPicker } from '../../../shared/fields/RegionPicker'
import { FieldTags } from '../../../shared/market'
import { Nothing } from '../../../shared/Nothing'
import { useCursorPages } from '../../../shared/useCursorPages'
import { useTitle } from '../../../shared/useTitle'
import { useFieldTree, useRegionName } from '../../../shared/vocabularies'
import { ManagerTabs } from './ManagerTabs'
import { managerPages, type ManagerFilter } from './queries'
import '../organiser.css'

type Manager = Schema['ManagerBody']
export const levels = ['junior', 'intermediate', 'senior'] as const

export function Component() {
  const { t } = useI18n()
  const [params, setParams] = useSearchParams()
  const filter = Object.fromEntries([...params].filter(([, value]) => value)) as ManagerFilter
  const set = (part: ManagerFilter) => setParams(Object.entries({ ...filter, ...part }).flatMap(([name, value]) => (value ? [[name, value] as [string, string]] : [])), { replace: true })
  const pages = useCursorPages<Manager>(managerPages(filter))
  const region = useRegionName()
  const fields = useFieldTree()
  useTitle(t('work.managers'))
  const columns: TableProps<Manager>['columns'] = [
    { title: t('centre.name'), render: (_, row) => <><Link to={`/work/managers/${row.id}`}>{row.displayName}</Link> <Presence manager={row} /></> },
    { title: t('centre.level'), responsive: ['md'], render: (_, row) => t(`centre.level.${row.level}` as TextKey) },
    { title: t('centre.fields'), responsive: ['lg'], render: (_, row) => <FieldTags fields={row.fields} /> },
    { title: t('centre.regions'), responsive: ['lg'], render: (_, row) => row.regions.map(region).join(t('list.comma')) },
    { title: t('centre.load'), width: 160, render: (_, row) => <Load manager={row} /> },
  ]
  return (
    <div className="page organiser">
      <h1>{t('work.managers')}</h1>
      <ManagerTabs />
      <div className="filters">
        <div className="filter">
          <label htmlFor="managers-level">{t('centre.level')}</label>
          <Select id="managers-level" allowClear placeholder={t('field.choose')} value={filter.level} options={levels.map(value => ({ value, label: t(`centre.level.${value}`) }))} onChange={(level: string | undefined) => set({ level })} />
        </div>
        <div className="filter">
          <label htmlFor="managers-field">{t('centre.fields')}</label>
          <TreeSelect id="managers-field" allowClear showSearch={{ treeNodeFilterProp: 'title' }} placeholder={t('field.choose')} treeData={fields} value={filter.field} onChange={(field: string | undefined) => set({ field })} />
        </div>
        <div className="filter">
          <label htmlFor="managers-region">{t('centre.regions')}</label>
          <RegionPicker id="managers-region" value={filter.region} onChange={next => set({ region: next })} />
        </div>
        <label className="row"><Switch checked={filter.onDuty === 'true'} onChange={on => set({ onDuty: on ? 'true' : undefined })} /> {t('centre.onlyOnDuty')}</label>
      </div>
      <CursorTable pages={pages} columns={columns} empty={<Nothing text={t('centre.noManagers')} />} table={{ scroll: undefined }} />
    </div>
  )
}

export function Presence({ manager }: { manager: Manager }) {
  const { t } = useI18n()
  return manager.away ? <Tag color="orange">{t('centre.away')}</Tag> : manager.desk ? <Tag color="green">{t('centre.atDesk', { desk: manager.desk })}</Tag> : null
}

/** Engagements in hand of as many as the manager takes. */
export function Load({ manager }: { manager: Manager }) {
  const { t } = useI18n()
  const percent = Math.min(100, Math.round((manager.live / manager.capacity) * 100))
  return (
    <Progress
      size="small"
      percent={percent}
      status={manager.live >= manager.capacity ? 'exception' : 'normal'}
      format={() => `${manager.live}/${manager.capacity}`}
      aria-label={t('centre.loadOf', { live: manager.live, capacity: manager.capacity })}
    />
  )
}
