import { Segmented, Select } from 'antd'
import { useI18n } from '../../i18n'
import type { Kind } from './items'
import { states, type State } from './states'
import { useIsPhone } from '../../shared/useIsPhone'

/** States that only some have to do with stand there only for them. */
const rare: readonly State[] = ['submitted', 'triage', 'returned']

export function StateFilter({ kind, value, withRare, onChange }: { kind: Kind; value?: State; withRare: boolean; onChange: (state?: State) => void }) {
  const { t } = useI18n()
  const phone = useIsPhone()
  const shown: State[] = [...states[kind].live, ...states[kind].over].filter(state => withRare || state === value || !rare.includes(state))
  const options = [{ value: '', label: t('owner.state.live') }, ...shown.map(state => ({ value: state as string, label: t(`owner.state.${state}`) }))]
  const change = (state: string) => onChange(state ? (state as State) : undefined)
  return phone
    ? <Select aria-label={t('owner.stateFilter')} value={value ?? ''} options={options} onChange={change} />
    : <div className="owner-states"><Segmented aria-label={t('owner.stateFilter')} value={value ?? ''} options={options} onChange={change} /></div>
}
