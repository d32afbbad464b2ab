import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Select, type TableProps } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { useI18n } from '../../i18n'
import { CursorTable } from '../../shared/CursorTable'
import { DayPicker } from '../../shared/fields/DayPicker'
import { LinkButton } from '../../shared/LinkButton'
import { Nothing } from '../../shared/Nothing'
import { useCursorPages } from '../../shared/useCursorPages'
import { useTitle } from '../../shared/useTitle'
import { useNames } from '../../shared/vocabularies'
import '../engagements/engagements.css'
import { withParam } from '../engagements/filters'
import { managersQuery } from '../engagements/queries'
import { useManagerName, useViewer } from '../engagements/viewer'
import './deals.css'
import { DealStateMark } from './DealStateMark'
import { dealPages, filterNames, type Deal, type DealFilter } from './queries'
import { contractTypes, dealStates } from './states'

export function Component() {
  const { t } = useI18n()
  const me = useViewer()
  const [params, setParams] = useSearchParams()
  const filter: DealFilter = Object.fromEntries(filterNames.flatMap(name => (params.get(name) ? [[name, params.get(name)]] : [])))
  const set = (name: string, value: string | null | undefined) => setParams(withParam(params, name, value ?? undefined), { replace: true })
  useTitle(t('work.deals'))
  return (
    <div className="page">
      <header className="head-row">
        <h1>{t('work.deals')}</h1>
        {me.isOrganiser ? <LinkButton to="/work/deals/new" icon={<PlusOutlined />}>{t('deal.recordElsewhere')}</LinkButton> : null}
      </header>
      <Filters filter={filter} set={set} />
      <DealTable filter={filter} />
    </div>
  )
}

function Filters({ filter, set }: { filter: DealFilter; set: (name: string, value: string | null | undefined) => void }) {
  const { t } = useI18n()
  const me = useViewer()
  const type = useNames('contract-types')
  const managers = useQuery({ ...managersQuery, enabled: me.isStaff }).data
  return (
    <div className="filters">
      <div className="filter">
        <label htmlFor="deals-state">{t('engagement.stateColumn')}</label>
        <Select id="deals-state" allowClear placeholder={t('search.any')} value={filter.state} onChange={value => set('state', value)} options={dealStates.map(value => ({ value, label: t(`deal.state.${value}`) }))} />
      </div>
      <div className="filter">
        <label htmlFor="deals-type">{t('deal.type')}</label>
        <Select id="deals-type" allowClear placeholder={t('search.any')} value={filter.type} onChange={value => set('type', value)} options={contractTypes.map(value => ({ value, label: type(value) }))} />
      </div>
      {me.isStaff ? (
        <div className="filter">
          <label htmlFor="deals-manager">{t('role.manager')}</label>
          <Select id="deals-manager" allowClear showSearch={{ optionFilterProp: 'label' }} placeholder={t('search.any')} value={filter.manager} onChange={value => set('manager', value)} options={managers?.map(manager => ({ value: manager.id, label: manager.displayName }))} />
        </div>
      ) : null}
      <div className="filter"><label htmlFor="deals-from">{t('deal.from')}</label><DayPicker id="deals-from" value={filter.from} max={filter.to} onChange={day => set('from', day)} /></div>
      <div className="filter"><label htmlFor="deals-to">{t('deal.to')}</label><DayPicker id="deals-to" value={filter.to} min={filter.from} onChange={day => set('to', day)} /></div>
    </div>
  )
}

function DealTable({ filter }: { filter: DealFilter }) {
  const { t, money, day } = useI18n()
  const me = useViewer()
  const managerName = useManagerName()
  const type = useNames('contract-types')
  const pages = useCursorPages(dealPages(filter))
  const parties = (deal: Deal) => `${deal.sellers.map(party => party.name).join(t('list.comma'))} → ${deal.buyers.map(party => party.name).join(t('list.comma'))}`
  const columns: TableProps<Deal>['columns'] = [
    {
      title: t('deal.contract'),
      render: (_, deal) => (
        <div className="engagements-cell">
          <Link to={`/work/deals/${deal.id}`}>{deal.title}</Link>
          <span className="quiet">{parties(deal)}</span>
          <span className="engagements-cell-phone"><DealStateMark state={deal.state} /><strong>{money(deal.amount)}</strong><span>{day(deal.signedOn)}</span></span>
        </div>
      ),
    },
    { title: t('engagement.stateColumn'), width: 130, responsive: ['lg'], render: (_, deal) => <DealStateMark state={deal.state} /> },
    { title: t('deal.type'), width: 120, responsive: ['xl'], render: (_, deal) => type(deal.contractType) },
    { title: t('deal.amount'), width: 150, align: 'right', className: 'number', responsive: ['lg'], render: (_, deal) => money(deal.amount) },
    { title: t('deal.signedOn'), width: 140, responsive: ['lg'], render: (_, deal) => day(deal.signedOn) },
    ...(me.isStaff ? [{ title: t('role.manager'), width: 150, responsive: ['xl' as const], render: (_: unknown, deal: Deal) => (deal.managerId ? managerName(deal.managerId) : '') }] : []),
  ]
  return (
    <CursorTable
      pages={pages}
      columns={columns}
      empty={<Nothing text={t(Object.keys(filter).length > 0 ? 'deal.noneFiltered' : me.isStaff ? 'deal.noneStaff' : 'deal.noneSide')}>{me.isStaff ? <LinkButton to="/work/engagements">{t('deal.toEngagements')}</LinkButton> : null}</Nothing>}
      table={{ scroll: undefined, tableLayout: 'fixed' }}
    />
  )
}
