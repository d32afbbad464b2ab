import { useQuery } from '@tanstack/react-query'
import { Alert, Skeleton } from 'antd'
import { api, bodyOf } from '../../../api/client'
import { useI18n } from '../../../i18n'
import { Trouble } from '../../../shared/Trouble'
import { CopyButton } from '../../../shared/CopyButton'

/** Where the record ends: whoever notes the mark elsewhere will see whether somebody shortened it since. */
export function AuditHead() {
  const { t, number } = useI18n()
  const { data, error, refetch } = useQuery({
    queryKey: ['audit', 'head'],
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/audit/head', { signal })),
  })
  if (error) {
    return <Trouble problem={error} retry={() => void refetch()} />
  }
  if (!data) {
    return <div className="panel"><Skeleton active title={false} paragraph={{ rows: 1 }} /></div>
  }
  if (!data.genuine) {
    return <Alert type="error" showIcon title={t('audit.headBroken')} description={data.fault} />
  }
  return (
    <section className="panel" aria-label={t('audit.head')}>
      <div className="head-row">
        <div>
          <strong>{t('audit.headAt', { n: number(data.seq) })}</strong>
          <div className="quiet">{t('audit.headNote')}</div>
        </div>
        {data.mark ? <CopyButton text={data.mark} label={t('audit.copyMark')} /> : null}
      </div>
      {data.mark ? <code className="organiser-code">{data.mark}</code> : null}
    </section>
  )
}
