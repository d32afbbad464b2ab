import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { MarketFilter } from '../../api/queries'
import { useI18n } from '../../i18n'
import { useFieldName, useNames, useRegionName } from '../../shared/vocabularies'
import { chosenNames, type FilterChange } from './filters'

/** What is chosen, each to be taken away by itself; on a phone the filters themselves are folded away. */
export function Chosen({ filter, onChange }: { filter: MarketFilter; onChange: (change: FilterChange) => void }) {
  const { t } = useI18n()
  const field = useFieldName()
  const region = useRegionName([filter.region])
  const mode = useNames('cooperation-modes')
  const names = chosenNames(filter)
  if (names.length === 0) {
    return null
  }
  const text = {
    field: () => field(filter.field!),
    region: () => region(filter.region!),
    minTrl: () => t('market.minTrl', { n: filter.minTrl! }),
    mode: () => mode(filter.mode!),
  }
  return (
    <ul className="chosen" aria-label={t('search.chosen')}>
      {names.map(name => (
        <li key={name}>
          <button type="button" className="chip" aria-label={t('search.remove', { name: text[name]() })} onClick={() => onChange({ [name]: undefined })}>
            {text[name]()}<CloseOutlined aria-hidden />
          </button>
        </li>
      ))}
      <li><Button type="link" size="small" onClick={() => onChange(Object.fromEntries(names.map(name => [name, undefined])))}>{t('search.clear')}</Button></li>
    </ul>
  )
}
