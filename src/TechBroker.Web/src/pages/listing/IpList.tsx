import type { Schema } from '../../api/client'
import { useI18n } from '../../i18n'
import { useNames } from '../../shared/vocabularies'

export function IpList({ rights }: { rights: Schema['IpBody'][] }) {
  const { t } = useI18n()
  const type = useNames('ip-types')
  const status = useNames('ip-statuses')
  return (
    <section>
      <h2>{t('market.ip')}</h2>
      <ul className="rights">
        {rights.map((right, i) => (
          <li key={i}>
            <span>{type(right.type ?? '')}</span>
            {right.number ? <span>{right.number}</span> : null}
            {right.status ? <span className="quiet">{status(right.status)}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
