import { Badge } from 'antd'
import { useI18n } from '../../i18n'
import { dealTones, type DealState } from './states'

export function DealStateMark({ state }: { state: string }) {
  const { t } = useI18n()
  return <Badge status={dealTones[state as DealState]} text={t(`deal.state.${state as DealState}`)} />
}
