import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Skeleton } from 'antd'
import { useI18n, type TextKey } from '../../i18n'
import { Facts } from '../../shared/Facts'
import { Trouble } from '../../shared/Trouble'
import { readHealth, type Health } from './health'
import { Panel } from './Sections'
import { Well } from './Well'

const every = 30_000

const words: Record<string, TextKey> = { degraded: 'operations.degraded', down: 'operations.down', draining: 'operations.draining' }

export function HealthPanel() {
  const { t, language } = useI18n()
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ['health', language],
    queryFn: ({ signal }) => readHealth(language === 'zh' ? 'zh-CN' : 'en', signal),
    refetchInterval: every,
  })
  return (
    <Panel title={t('operations.health')} extra={<Button size="small" loading={isFetching} onClick={() => void refetch()}>{t('operations.refresh')}</Button>}>
      {error ? <Trouble problem={error} /> : data ? <State health={data} /> : <Skeleton active title={false} />}
    </Panel>
  )
}

function State({ health }: { health: Health }) {
  const { t, number } = useI18n()
  const word = words[health.status]
  return (
    <>
      {word ? <Alert type={health.status === 'degraded' ? 'warning' : 'error'} showIcon title={t(word)} /> : <Well text={t('operations.ready')} />}
      {health.reasons.map(reason => <Alert key={reason.code} type={reason.level === 'information' ? 'info' : reason.level === 'degraded' ? 'warning' : 'error'} showIcon title={reason.message} />)}
      {health.audit?.fault ? <Alert type="error" showIcon title={t('operations.auditDamaged')} description={health.audit.fault} /> : null}
      {health.bus?.fault ? <Alert type="warning" showIcon title={health.bus.fault} /> : null}
      <Facts
        items={[
          [t('operations.backlog'), health.backlog === undefined ? null : number(health.backlog)],
          [t('operations.oldest'), health.oldestMessageSeconds ? t('operations.seconds', { n: health.oldestMessageSeconds }) : null],
          [t('operations.audit'), health.audit?.status === 'whole' ? t('operations.auditWhole') : null],
        ]}
      />
    </>
  )
}
