import { Button, Radio, Skeleton } from 'antd'
import { useState } from 'react'
import { useI18n } from '../../i18n'
import { Trouble } from '../../shared/Trouble'
import { JobView } from './JobView'
import type { CurrentImport } from './useImport'

/** What would come of the file, and the one button that does it. */
export function Review({ current }: { current: CurrentImport }) {
  const { t, number } = useI18n()
  const [publish, setPublish] = useState(true)
  const { job } = current
  const rows = job ? job.created + job.updated : 0
  return (
    <>
      <p className="row"><strong>{current.fileName}</strong><span className="quiet">{t('imports.dryRunText')}</span></p>
      {!job ? <Skeleton active /> : (
        <JobView job={job}>
          <section className="panel" aria-label={t('imports.step.import')}>
            {rows > 0 ? (
              <>
                <p>{t(job.rejected > 0 ? 'imports.confirmSome' : 'imports.confirmAll', { n: number(rows), rejected: number(job.rejected) })}</p>
                {job.created > 0 ? (
                  <Radio.Group
                    aria-label={t('imports.asWhat')}
                    value={publish}
                    onChange={event => setPublish(event.target.value as boolean)}
                    options={[{ value: true, label: t('imports.publish') }, { value: false, label: t('imports.asDrafts') }]}
                  />
                ) : null}
              </>
            ) : <p>{t(job.unchanged > 0 && job.rejected === 0 ? 'imports.nothingNew' : 'imports.nothingToImport')}</p>}
            {current.problem ? <Trouble problem={current.problem} /> : null}
            <div className="row">
              {rows > 0 ? <Button type="primary" loading={current.busy} onClick={() => void current.confirm(publish)}>{t('imports.confirm')}</Button> : null}
              <Button type={rows > 0 ? 'default' : 'primary'} onClick={current.restart}>{t('imports.otherFile')}</Button>
            </div>
          </section>
        </JobView>
      )}
    </>
  )
}
