import { Tag, type TableProps } from 'antd'
import { useMemo } from 'react'
import { Link } from 'react-router'
import { useI18n } from '../../i18n'
import { CursorTable } from '../../shared/CursorTable'
import { Highlighted } from '../../shared/Highlighted'
import { useFieldName } from '../../shared/vocabularies'
import { ItemActions } from './ItemActions'
import { asListing, asNeed, type Item } from './items'
import type { ListProps } from './list'
import { liveByItem } from './pairs'
import { isStaff, rightsOf } from './rights'
import { StateTag, VisibilityTag } from './tags'
import { useEngagements } from './useEngagements'
import { useTitleOf } from './useTitleOf'

export function ItemTable({ kind, me, pages, steps, question, selection, empty }: ListProps) {
  const { t, day, ago, number } = useI18n()
  const titleOf = useTitleOf()
  const staff = isStaff(me)
  const engagements = useEngagements(!staff).data
  const live = useMemo(() => liveByItem(engagements ?? [], kind), [engagements, kind])

  const columns: TableProps<Item>['columns'] = [
    {
      title: t('owner.column.title'),
      key: 'title',
      render: (_, item) => (
        <div className="owner-title">
          <Link to={`/work/${kind}/${item.id}`}><Highlighted text={titleOf(item)} question={question} /></Link>
          {staff && item.organisationName ? <small className="quiet">{item.organisationName}</small> : null}
          <ReturnReason item={item} />
        </div>
      ),
    },
    {
      title: t('owner.column.state'),
      key: 'state',
      width: kind === 'needs' ? 150 : 104,
      render: (_, item) => <span className="tags"><StateTag state={item.state} />{kind === 'needs' ? <VisibilityTag visibility={asNeed(kind, item)!.visibility} /> : null}</span>,
    },
    {
      title: t(kind === 'listings' ? 'owner.column.trl' : 'owner.column.minTrl'),
      key: 'trl',
      width: 84,
      align: 'right',
      responsive: ['lg'],
      render: (_, item) => asListing(kind, item)?.trl ?? asNeed(kind, item)?.minTrl ?? <Absent />,
    },
    { title: t('market.field'), key: 'fields', width: 190, responsive: ['xl'], render: (_, item) => <FewFields fields={item.fields} /> },
    ...(staff ? [] : [{
      title: t('owner.column.engagements'), key: 'engagements', width: 76, align: 'right' as const,
      render: (_: unknown, item: Item) => (live.get(item.id) ? <Link to={`/work/${kind}/${item.id}`}>{number(live.get(item.id)!)}</Link> : <Absent />),
    }]),
    { title: t('owner.column.changed'), key: 'changed', width: 100, responsive: ['lg'], render: (_, item) => ago(item.updatedAt ?? item.createdAt) },
    { title: t('market.validUntil'), key: 'until', width: 130, responsive: ['xl'], render: (_, item) => (item.expiresOn ? day(item.expiresOn) : <Absent />) },
    {
      title: t('owner.column.actions'), key: 'actions', width: kind === 'listings' ? 196 : 150,
      render: (_, item) => <ItemActions kind={kind} item={item} rights={rightsOf(me, kind, item)} steps={steps} place="list" />,
    },
  ]
  return (
    <CursorTable<Item>
      pages={pages}
      columns={columns}
      empty={empty}
      table={{
        scroll: undefined,
        tableLayout: 'fixed',
        className: 'owner-table',
        rowSelection: selection ? {
          selectedRowKeys: selection.selected.map(item => item.id),
          preserveSelectedRowKeys: true,
          onChange: (_, rows) => selection.onSelect(rows),
          getCheckboxProps: item => ({ 'aria-label': t('owner.select', { title: titleOf(item) }) }),
          getTitleCheckboxProps: () => ({ 'aria-label': t('owner.selectAll') }),
        } : undefined,
      }}
    />
  )
}

/** What the approver asks to have changed. */
export function ReturnReason({ item }: { item: Item }) {
  const { t } = useI18n()
  const reason = 'returnReason' in item ? item.returnReason : null
  return reason ? <small className="owner-returned">{t('owner.returned', { reason })}</small> : null
}

function FewFields({ fields }: { fields: readonly string[] }) {
  const { t } = useI18n()
  const name = useFieldName()
  if (fields.length === 0) {
    return <Absent />
  }
  const rest = fields.slice(1)
  return (
    <span className="tags" title={rest.length > 0 ? fields.map(name).join(t('list.comma')) : undefined}>
      <Tag>{name(fields[0]!)}</Tag>
      {rest.length > 0 ? <Tag>+{rest.length}</Tag> : null}
    </span>
  )
}

/** A dash for the eye; whoever listens hears that there is nothing. */
function Absent() {
  const { t } = useI18n()
  return <span className="quiet"><span aria-hidden>–</span><span className="visually-hidden">{t('owner.absent')}</span></span>
}
