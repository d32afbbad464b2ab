import { useQuery } from '@tanstack/react-query'
import { Tag } from 'antd'
import { useParams } from 'react-router'
import { useI18n } from '../../i18n'
import { ItemTrouble } from '../../shared/ItemTrouble'
import { LinkButton } from '../../shared/LinkButton'
import { PageSkeleton } from '../../shared/PageSkeleton'
import { useTitle } from '../../shared/useTitle'
import { importQuery, isOver } from './importQueries'
import './imports.css'
import { JobView } from './JobView'
import { StateTag } from './StateTag'

/** One import, now or long ago: how far it is and what became of it. */
export function Component() {
  const { t, time } = useI18n()
  const { data: job, error, refetch } = useQuery(importQuery(useParams().id!))
  useTitle(job?.fileName)
  if (error && !job) {
    return <ItemTrouble problem={error} retry={() => void refetch()} list="/work/imports" />
  }
  if (!job) {
    return <PageSkeleton />
  }
  const kind = job.kind === 'needs' ? 'needs' : 'listings'
  return (
    <div className="page">
      <header className="page-head">
        <h1>{job.fileName}</h1>
        <p className="row">
          <StateTag job={job} />
          {job.dryRun ? <Tag>{t('imports.dryRun')}</Tag> : null}
          <span>{t(kind === 'needs' ? 'market.need' : 'market.listing')} · {time(job.createdAt)}</span>
        </p>
      </header>
      <JobView job={job} />
      {isOver(job) ? (
        <div className="row">
          <LinkButton to={`/work/imports/new?kind=${kind}`} type={job.dryRun ? 'primary' : 'default'}>{t(job.dryRun ? 'imports.again' : 'imports.more')}</LinkButton>
          {job.dryRun ? null : <LinkButton to={`/work/${kind}`} type="primary">{t(kind === 'needs' ? 'work.needs' : 'work.listings')}</LinkButton>}
        </div>
      ) : null}
    </div>
  )
}
