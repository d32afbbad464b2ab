import { DownloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { App, Button, Grid, Skeleton, Switch } from 'antd'
import { useState } from 'react'
import { useI18n } from '../../i18n'
import { useProblemText } from '../../shared/problemText'
import { Trouble } from '../../shared/Trouble'
import { download, rejectedName } from './download'
import { rejectedQuery, type ImportJob } from './importQueries'
import { RejectedCards } from './RejectedCards'
import { RejectedGrid } from './RejectedGrid'

/** The rows that were not imported, with what is wrong beside each cell; the first of them, all in the file to download. */
export function Rejected({ job }: { job: ImportJob }) {
  const { t, number } = useI18n()
  const { message } = App.useApp()
  const problemText = useProblemText()
  const { md } = Grid.useBreakpoint()
  const { data, error, refetch } = useQuery(rejectedQuery(job))
  const [all, setAll] = useState(false)
  const [busy, setBusy] = useState(false)

  const save = async () => {
    setBusy(true)
    try {
      await download(`/api/v1/imports/${job.id}/rejected`, rejectedName(job.fileName))
    } catch (problem) {
      message.error(problemText(problem))
    } finally {
      setBusy(false)
    }
  }
  return (
    <section className="panel" aria-labelledby="rejected">
      <div className="head-row">
        <h2 id="rejected">{t('imports.rejectedRows', { n: number(job.rejected) })}</h2>
        <span className="row">
          {md ? <label className="row"><Switch size="small" checked={all} onChange={setAll} />{t('imports.allColumns')}</label> : null}
          <Button icon={<DownloadOutlined />} loading={busy} onClick={() => void save()}>{t('imports.download')}</Button>
        </span>
      </div>
      <p className="quiet">{t('imports.mend')}</p>
      {error ? <Trouble problem={error} retry={() => void refetch()} />
        : !data ? <Skeleton active />
        : md ? <RejectedGrid table={data} all={all} /> : <RejectedCards table={data} />}
      {data && data.rows.length < job.rejected ? <p className="quiet">{t('imports.firstRows', { n: number(data.rows.length), rows: number(job.rejected) })}</p> : null}
    </section>
  )
}
