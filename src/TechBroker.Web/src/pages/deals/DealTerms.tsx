import { Tag } from 'antd'
import { useI18n } from '../../i18n'
import { useNames, useRegionName } from '../../shared/vocabularies'
import { IpList } from '../listing/IpList'
import { exact } from '../../i18n/exact'
import { sum } from './ledgerParts'
import type { Deal } from './queries'

/** Who signed, when is paid, what the contract moves and who made it. */
export function DealTerms({ deal }: { deal: Deal }) {
  const { t } = useI18n()
  return (
    <>
      <section className="panel" aria-labelledby="deal-parties">
        <h2 id="deal-parties">{t('deal.parties')}</h2>
        <div className="deals-parties">
          <Parties side="seller" parties={deal.sellers} own={deal.yourSide === 'seller'} />
          <Parties side="buyer" parties={deal.buyers} own={deal.yourSide === 'buyer'} />
        </div>
      </section>
      {deal.instalments.length > 0 ? <Instalments deal={deal} /> : null}
      {deal.ip.length > 0 ? <div className="panel"><IpList rights={deal.ip} /></div> : null}
      {deal.inventors && deal.inventors.length > 0 ? <Inventors inventors={deal.inventors} /> : null}
    </>
  )
}

function Parties({ side, parties, own }: { side: 'seller' | 'buyer'; parties: Deal['sellers']; own: boolean }) {
  const { t } = useI18n()
  const region = useRegionName(parties.map(party => party.regionCode))
  const kinds = useNames('organisation-kinds')
  const kind = (code: string | null | undefined) => (!code ? '' : code === 'individual' ? t('deal.individual') : kinds(code))
  return (
    <div>
      <h3>{t(`deal.side.${side}`)} {own ? <Tag color="blue">{t('engagement.yours')}</Tag> : null}</h3>
      <ul className="engagements-plain">
        {parties.map((party, i) => (
          <li key={i}>
            <strong>{party.name}</strong>
            <span className="card-facts"><span>{kind(party.kind)}</span>{party.regionCode ? <span>{region(party.regionCode)}</span> : null}{party.creditCode ? <span>{party.creditCode}</span> : null}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Instalments({ deal }: { deal: Deal }) {
  const { t, language, day } = useI18n()
  const currency = deal.amount.currency ?? 'CNY'
  return (
    <section className="panel" aria-labelledby="deal-instalments">
      <h2 id="deal-instalments">{t('deal.instalments')}</h2>
      <table className="deals-ledger">
        <thead><tr><th scope="col">{t('deal.dueOn')}</th><th scope="col" className="number">{t('deal.amountIn', { currency })}</th></tr></thead>
        <tbody>
          {deal.instalments.map((part, i) => <tr key={i}><td>{part.dueOn ? day(part.dueOn) : ''}</td><td className="number">{part.amount ? exact(part.amount, language) : ''}</td></tr>)}
          <tr className="deals-sum"><th scope="row">{t('deal.sum')}</th><td className="number">{exact({ currency, minorUnits: sum(deal.instalments.map(part => part.amount?.minorUnits)) }, language)}</td></tr>
        </tbody>
      </table>
    </section>
  )
}

function Inventors({ inventors }: { inventors: NonNullable<Deal['inventors']> }) {
  const { t, number } = useI18n()
  return (
    <section className="panel" aria-labelledby="deal-inventors">
      <h2 id="deal-inventors">{t('deal.inventors')}</h2>
      <p className="quiet">{t('deal.inventorsHidden')}</p>
      <table className="deals-ledger">
        <thead><tr><th scope="col">{t('deal.inventorName')}</th><th scope="col">{t('deal.inventorRole')}</th><th scope="col" className="number">{t('deal.share')}</th></tr></thead>
        <tbody>
          {inventors.map((inventor, i) => <tr key={i}><td>{inventor.name}</td><td>{inventor.role ?? ''}</td><td className="number">{number((inventor.basisPoints ?? 0) / 100)} %</td></tr>)}
          <tr className="deals-sum"><th scope="row" colSpan={2}>{t('deal.sum')}</th><td className="number">{number(sum(inventors.map(inventor => inventor.basisPoints)) / 100)} %</td></tr>
        </tbody>
      </table>
    </section>
  )
}
