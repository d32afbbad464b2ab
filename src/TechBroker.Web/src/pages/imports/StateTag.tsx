import { Badge, type BadgeProps } from 'antd'
import { useI18n } from '../../i18n'
import type { ImportJob } from './importQueries'

const looks: Record<string, BadgeProps['status']> = { queued: 'default', running: 'processing', done: 'success', failed: 'error' }

export function StateTag({ job }: { job: ImportJob }) {
  const { t } = useI18n()
  return <Badge status={looks[job.state]} text={t(`imports.state.${job.state as 'queued' | 'running' | 'done' | 'failed'}`)} />
}
