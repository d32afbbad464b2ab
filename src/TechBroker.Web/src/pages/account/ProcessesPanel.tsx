import { useQuery } from '@tanstack/react-query'
import { Skeleton, Tag } from 'antd'
import { api, bodyOf, type Schema } from '../../api/client'
import { useI18n } from '../../i18n'
import { Nothing } from '../../shared/Nothing'
import { Trouble } from '../../shared/Trouble'
import { Panel } from './Sections'
import { Well } from './Well'

const every = 30_000

type Process = Schema['ProcessBody']

export function ProcessesPanel() {
  const { t } = useI18n()
  const { data, error, refetch } = useQuery({
    queryKey: ['processes'],
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/processes', { signal })),
    refetchInterval: every,
  })
  const silent = data?.items.filter(process => !process.alive).length ?? 0
  return (
    <Panel title={t('operations.processes')} text={t('operations.processesText')}>
      {error ? <Trouble problem={error} retry={() => void refetch()} /> : null}
      {!data && !error ? <Skeleton active title={false} /> : null}
      {data?.items.length === 0 ? <Nothing text={t('operations.processesNone')} /> : null}
      {data && data.items.length > 0 ? (
        <>
          {silent === 0 ? <Well text={t('operations.processesWell', { n: data.items.length })} /> : null}
          <ul className="account-list">{data.items.map(process => <Line key={process.id} process={process} />)}</ul>
        </>
      ) : null}
    </Panel>
  )
}

function Line({ process }: { process: Process }) {
  const { t, time, ago } = useI18n()
  return (
    <li>
      <div>
        <p>
          <strong>{t(process.role === 'worker' ? 'operations.worker' : 'operations.serve')}</strong>
          <span>{process.host}</span>
          {!process.alive ? <Tag color="error">{t('operations.silent')}</Tag> : process.draining ? <Tag color="warning">{t('operations.stopping')}</Tag> : <Tag color="success">{t('operations.runs')}</Tag>}
          {process.works && process.role !== 'worker' ? <Tag>{t('operations.works')}</Tag> : null}
        </p>
        <p className="quiet">
          <span>{t('operations.version', { version: process.version })}</span>
          <span>{t('operations.started', { when: time(process.startedAt) })}</span>
          <span>{t('operations.seen', { when: ago(process.seenAt) })}</span>
          <span>{t('operations.inFlight', { n: process.inFlight })}</span>
          <span>{process.indexLag > 0 ? t('operations.lag', { n: process.indexLag }) : t('operations.noLag')}</span>
          {process.lastError ? <span>{t('operations.lastError', { error: process.lastError, when: process.lastErrorAt ? time(process.lastErrorAt) : '' })}</span> : null}
        </p>
      </div>
    </li>
  )
}
