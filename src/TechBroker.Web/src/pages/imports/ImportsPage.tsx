import { Tag } from 'antd'
import { Link } from 'react-router'
import { useI18n } from '../../i18n'
import { CursorTable } from '../../shared/CursorTable'
import { LinkButton } from '../../shared/LinkButton'
import { Nothing } from '../../shared/Nothing'
import { useCursorPages } from '../../shared/useCursorPages'
import { useTitle } from '../../shared/useTitle'
import { importPages, type ImportJob } from './importQueries'
import './imports.css'
import { StateTag } from './StateTag'

export function Component() {
  const { t, ago, number } = useI18n()
  useTitle(t('work.imports'))
  const pages = useCursorPages<ImportJob>(importPages)
  return (
    <div className="page">
      <header className="head-row">
        <h1>{t('work.imports')}</h1>
        <LinkButton to="/work/imports/new" type="primary">{t('imports.new')}</LinkButton>
      </header>
      <CursorTable
        pages={pages}
        empty={<Nothing text={t('imports.none')}><LinkButton to="/work/imports/new">{t('imports.new')}</LinkButton></Nothing>}
        columns={[
          {
            title: t('imports.file'),
            key: 'file',
            render: (_, job) => (
              <span className="imports-name">
                <Link to={`/work/imports/${job.id}`}>{job.fileName}</Link>
                <span className="quiet">{t(job.kind === 'needs' ? 'market.need' : 'market.listing')} · {ago(job.createdAt)}</span>
              </span>
            ),
          },
          { title: t('imports.state'), key: 'state', render: (_, job) => <span className="row"><StateTag job={job} />{job.dryRun ? <Tag>{t('imports.dryRun')}</Tag> : null}</span> },
          { title: t('imports.rows'), key: 'rows', className: 'number', align: 'right', responsive: ['md'], render: (_, job) => (job.rows === null || job.rows === undefined ? '—' : number(job.rows)) },
          { title: t('imports.created'), key: 'created', className: 'number', align: 'right', responsive: ['md'], render: (_, job) => number(job.created) },
          { title: t('imports.updated'), key: 'updated', className: 'number', align: 'right', responsive: ['md'], render: (_, job) => number(job.updated) },
          { title: t('imports.rejected'), key: 'rejected', className: 'number', align: 'right', render: (_, job) => number(job.rejected) },
        ]}
        table={{ scroll: undefined }}
      />
    </div>
  )
}
