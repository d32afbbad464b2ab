import { AuditOutlined, BankOutlined, BulbOutlined, EyeInvisibleOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { useI18n, type TextKey } from '../../i18n'

const offers: [ReactNode, TextKey, TextKey][] = [
  [<BankOutlined key="list" />, 'home.offer.list', 'home.offer.listText'],
  [<BulbOutlined key="need" />, 'home.offer.need', 'home.offer.needText'],
  [<EyeInvisibleOutlined key="blind" />, 'home.offer.blind', 'home.offer.blindText'],
  [<AuditOutlined key="deal" />, 'home.offer.deal', 'home.offer.dealText'],
]

/** What the centre does for those who come. */
export function Offers() {
  const { t } = useI18n()
  return (
    <section aria-label={t('home.offers')} className="grid offers">
      {offers.map(([icon, title, text]) => (
        <div key={title} className="offer">
          <span className="offer-icon" aria-hidden>{icon}</span>
          <h2>{t(title)}</h2>
          <p>{t(text)}</p>
        </div>
      ))}
    </section>
  )
}
