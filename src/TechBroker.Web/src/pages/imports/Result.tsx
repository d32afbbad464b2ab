import { Button, Skeleton } from 'antd'
import { useI18n } from '../../i18n'
import { LinkButton } from '../../shared/LinkButton'
import { isOver } from './importQueries'
import { JobView } from './JobView'
import type { CurrentImport } from './useImport'

export function Result({ current }: { current: CurrentImport }) {
  const { t } = useI18n()
  const { job, kind } = current
  return (
    <>
      <p className="row"><strong>{current.fileName}</strong>{isOver(job) ? null : <span className="quiet">{t('imports.mayLeave')}</span>}</p>
      {job ? <JobView job={job} /> : <Skeleton active />}
      {isOver(job) ? (
        <div className="row">
          <LinkButton to={`/work/${kind}`} type="primary">{t(kind === 'needs' ? 'imports.toNeeds' : 'imports.toListings')}</LinkButton>
          <Button onClick={current.restart}>{t('imports.more')}</Button>
        </div>
      ) : null}
    </>
  )
}
