import { Skeleton } from 'antd'
import { useI18n } from '../i18n'

export function PageSkeleton() {
  const { t } = useI18n()
  return (
    <div className="page" role="status" aria-label={t('loading')}>
      <Skeleton active title={{ width: '40%' }} paragraph={{ rows: 6 }} />
    </div>
  )
}
