import { Badge } from 'antd'
import { useI18n } from '../../i18n'
import { colours, stateText, type State } from './states'

export function StateMark({ state }: { state: string }) {
  const { t } = useI18n()
  return <Badge color={colours[state as State]} text={t(stateText(state))} />
}
