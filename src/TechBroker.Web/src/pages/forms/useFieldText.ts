import type { Money, Schema } from '../../api/client'
import { useI18n, type TextKey } from '../../i18n'
import { useFieldName, useNames, useRegionName } from '../../shared/vocabularies'

const labels: Record<string, TextKey> = {
  title: 'forms.title', summary: 'forms.summary', description: 'forms.description', keywords: 'market.keywords', fields: 'market.field',
  trl: 'market.maturity', minTrl: 'need.wantedMaturity', ip: 'market.ip', cooperationModes: 'market.mode', regionCode: 'market.region',
  askingPrice: 'market.price', budget: 'need.budget', deadline: 'need.deadline', visibility: 'forms.visibility', blindSummary: 'forms.blindSummary',
}

/** What the API's name of a field is called in the form. */
export function useFieldLabel() {
  const { t } = useI18n()
  return (name: string) => (labels[name] ? t(labels[name]) : name)
}

/** What stands for no value. */
export const nothing = '—'

/** The value of any field of a listing or need as people read it; a dash for none. */
export function useFieldText() {
  const { t, money, day } = useI18n()
  const field = useFieldName()
  const region = useRegionName()
  const mode = useNames('cooperation-modes')
  const level = useNames('trl')
  const rightType = useNames('ip-types')
  const rightStatus = useNames('ip-statuses')
  return (name: string, value: unknown): string => {
    if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) {
      return nothing
    }
    const comma = t('list.comma')
    switch (name) {
      case 'fields': return (value as string[]).map(field).join(comma)
      case 'cooperationModes': return (value as string[]).map(mode).join(comma)
      case 'keywords': return (value as string[]).join(comma)
      case 'ip': return (value as Schema['IpBody'][]).map(right => [rightType(right.type ?? ''), right.number, rightStatus(right.status ?? '')].filter(Boolean).join(' ')).join(comma)
      case 'trl':
      case 'minTrl': return `${t('market.trl', { n: String(value) })} · ${level(String(value))}`
      case 'regionCode': return region(value as string)
      case 'askingPrice':
      case 'budget': return money(value as Money)
      case 'deadline': return day(value as string)
      case 'visibility': return t(`forms.visibility.${value as 'open' | 'blind' | 'private'}`)
      default: return String(value)
    }
  }
}
