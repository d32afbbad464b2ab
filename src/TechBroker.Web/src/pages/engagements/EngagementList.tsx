import type { TableProps } from 'antd'
import { Link } from 'react-router'
import { useI18n } from '../../i18n'
import { CursorTable } from '../../shared/CursorTable'
import { Nothing } from '../../shared/Nothing'
import { useCursorPages } from '../../shared/useCursorPages'
import { Idle, Marks } from './Marks'
import { engagementPages, type Engagement, type EngagementFilter } from './queries'
import { StateMark } from './StateMark'
import { useManagerName, useViewer } from './viewer'

const pageSize = 20

export function EngagementList({ filter }: { filter: EngagementFilter }) {
  const { t, day } = useI18n()
  const me = useViewer()
  const managerName = useManagerName()
  const pages = useCursorPages(engagementPages(filter, pageSize))
  const manager = (engagement: Engagement) => (engagement.managerId ? managerName(engagement.managerId) : t('engagement.unmanaged'))
  const columns: TableProps<Engagement>['columns'] = [
    {
      title: t('engagement.pairColumn'),
      render: (_, engagement) => (
        <div className="engagements-cell">
          <Link to={`/work/engagements/${engagement.id}`}>{engagement.listing?.title ?? t('engagement.closedFile')}</Link>
          <span className="quiet">{engagement.need?.title ?? engagement.need?.blindSummary ?? t('need.blindTitle')}</span>
          <span className="engagements-cell-phone">
            <StateMark state={engagement.state} />
            {me.isStaff ? <span>{manager(engagement)}</span> : null}
            <Marks engagement={engagement} />
          </span>
        </div>
      ),
    },
    { title: t('engagement.stateColumn'), width: 150, responsive: ['md'], render: (_, engagement) => <StateMark state={engagement.state} /> },
    ...(me.isStaff ? [{ title: t('role.manager'), width: 150, responsive: ['lg' as const], render: (_: unknown, engagement: Engagement) => manager(engagement) }] : []),
    { title: t('engagement.lastStep'), width: 120, responsive: ['md'], render: (_, engagement) => <Idle engagement={engagement} /> },
    { title: t('engagement.attention'), width: 190, responsive: ['lg'], render: (_, engagement) => <span className="row"><Marks engagement={engagement} /></span> },
    { title: t('engagement.began'), width: 130, responsive: ['xl'], render: (_, engagement) => day(engagement.createdAt) },
  ]
  const filtered = Object.keys(filter).length > 0
  return (
    <CursorTable
      pages={pages}
      columns={columns}
      empty={<Nothing text={t(filtered ? 'engagement.noneFiltered' : me.isStaff ? 'engagement.noneStaff' : 'engagement.noneSide')} />}
      table={{ scroll: undefined, tableLayout: 'fixed' }}
    />
  )
}
