import { Alert, Progress } from 'antd'
import type { ReactNode } from 'react'
import { useI18n, type TextKey } from '../../i18n'
import { isOver, type ImportJob } from './importQueries'
import { Rejected } from './Rejected'
import { Warnings } from './Warnings'

/** How far an import is; once it is over, what it did or would do, what to do next (`children`), and the rows with problems. */
export function JobView({ job, children }: { job: ImportJob; children?: ReactNode }) {
  const { t } = useI18n()
  if (!isOver(job)) {
    return <Running job={job} />
  }
  if (job.failure) {
    return (
      <>
        <Alert type="error" showIcon title={t('imports.failed')} description={job.failure} />
        {children}
      </>
    )
  }
  return (
    <>
      <Counts job={job} />
      {children}
      {job.rejected > 0 ? <Rejected job={job} />
        : job.created + job.updated + job.unchanged > 0 ? <Alert type="success" showIcon title={t(job.dryRun ? 'imports.allGood' : 'imports.allDone')} />
        : null}
      <Warnings issues={job.errors} />
    </>
  )
}

function Running({ job }: { job: ImportJob }) {
  const { t, number } = useI18n()
  const rows = job.rows ?? 0
  return (
    <div className="panel" role="status" aria-live="polite">
      <Progress percent={rows > 0 ? Math.floor((job.processed / rows) * 100) : 0} status="active" aria-label={t('imports.progress')} />
      <p className="quiet">
        {rows > 0 ? t('imports.processed', { n: number(job.processed), rows: number(rows) }) : t(job.state === 'queued' ? 'imports.waiting' : 'imports.reading')}
      </p>
    </div>
  )
}

const counted = ['created', 'updated', 'unchanged', 'rejected'] as const

function Counts({ job }: { job: ImportJob }) {
  const { t, number } = useI18n()
  const would: Record<(typeof counted)[number], TextKey> = {
    created: 'imports.wouldCreate', updated: 'imports.wouldUpdate', unchanged: 'imports.unchanged', rejected: 'imports.rejected',
  }
  const did: typeof would = { ...would, created: 'imports.created', updated: 'imports.updated' }
  return (
    <dl className="imports-counts">
      {counted.map(name => (
        <div key={name} className={name === 'rejected' && job.rejected > 0 ? 'imports-bad' : undefined}>
          <dt>{t((job.dryRun ? would : did)[name])}</dt>
          <dd>{number(job[name])}</dd>
        </div>
      ))}
    </dl>
  )
}
