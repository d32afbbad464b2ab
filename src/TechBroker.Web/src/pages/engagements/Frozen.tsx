import { Alert } from 'antd'
import { useI18n, type TextKey } from '../../i18n'
import type { Engagement } from './queries'
import { useViewer } from './viewer'

/** A conflict of its manager came to light: who may still do what. */
export function Frozen({ engagement }: { engagement: Engagement }) {
  const { t } = useI18n()
  const me = useViewer()
  if (!engagement.frozen || engagement.state === 'closed') {
    return null
  }
  const text = engagement.yourSide ? 'engagement.frozen.side' : me.isOrganiser ? 'engagement.frozen.organiser' : 'engagement.frozen.manager'
  const title = engagement.frozenFor ? t('engagement.frozen.for', { conflict: t(`engagement.conflict.${engagement.frozenFor}` as TextKey) }) : t('engagement.frozen')
  return <Alert type="warning" showIcon title={title} description={t(text)} />
}
