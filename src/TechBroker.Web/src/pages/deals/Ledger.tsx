import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import { useI18n } from '../../i18n'
import { Trouble } from '../../shared/Trouble'
import { ReversePaymentDialog } from './dialogs/DealStepDialog'
import { exact } from '../../i18n/exact'
import { isStanding, partsOf, type LedgerPart } from './ledgerParts'
import { ledgerQuery, type Deal } from './queries'

/** Every line of the contract's ledger, by kind, each column with its sum. */
export function Ledger({ deal, mayReverse, done }: { deal: Deal; mayReverse: boolean; done: (changed: Deal) => void }) {
  const { t } = useI18n()
  const [reversing, setReversing] = useState<number>()
  const ledger = useQuery(ledgerQuery(deal.id))
  const currency = deal.amount.currency ?? 'CNY'
  return (
    <section className="panel" aria-labelledby="deal-ledger">
      <h2 id="deal-ledger">{t('deal.ledger')}</h2>
      {ledger.isPending ? <Skeleton active title={false} /> : null}
      {ledger.error ? <Trouble problem={ledger.error} retry={() => void ledger.refetch()} /> : null}
      {ledger.data?.items.length === 0 ? <p className="quiet">{t('deal.ledgerEmpty')}</p> : null}
      {ledger.data && ledger.data.items.length > 0 ? (
        <div className="deals-scroll" tabIndex={0} role="region" aria-labelledby="deal-ledger">
          <table className="deals-ledger">
            <thead>
              <tr>
                <th scope="col" className="number">{t('deal.line')}</th>
                <th scope="col">{t('deal.day')}</th>
                <th scope="col" className="number">{t('deal.amountIn', { currency })}</th>
                <th scope="col" className="number deals-technology">{t('deal.technologyIn', { currency })}</th>
                <th scope="col">{t('engagement.note')}</th>
              </tr>
            </thead>
            {partsOf(ledger.data.items, currency).map(part => <Part key={part.kind} part={part} mayReverse={mayReverse} reverse={setReversing} />)}
          </table>
        </div>
      ) : null}
      {reversing === undefined ? null : <ReversePaymentDialog deal={deal} seq={reversing} done={done} close={() => setReversing(undefined)} />}
    </section>
  )
}

function Part({ part, mayReverse, reverse }: { part: LedgerPart; mayReverse: boolean; reverse: (seq: number) => void }) {
  const { t, language, day } = useI18n()
  const paid = part.kind === 'paid'
  return (
    <tbody>
      <tr><th scope="rowgroup" colSpan={5} className="deals-kind">{t(`deal.kind.${part.kind}`)}</th></tr>
      {part.lines.map(line => (
        <tr key={line.seq} className={line.reversedBy || line.reversesSeq ? 'deals-reversed' : undefined}>
          <td className="number">{line.seq}</td>
          <td>{day(line.day)}</td>
          <td className="number">{exact(line.amount, language)}</td>
          <td className="number deals-technology">{paid ? '' : exact(line.technologyAmount, language)}</td>
          <td>
            {line.reversesSeq ? <Tag>{t('deal.reverses', { seq: line.reversesSeq })}</Tag> : null}
            {line.reversedBy ? <Tag>{t('deal.reversedBy', { seq: line.reversedBy })}</Tag> : null}
            {line.note ?? ''}
            {mayReverse && isStanding(line) ? <Button className="screen-only" type="link" size="small" onClick={() => reverse(line.seq)}>{t('deal.reversePayment')}</Button> : null}
          </td>
        </tr>
      ))}
      <tr className="deals-sum">
        <th scope="row" colSpan={2}>{t('deal.sum')}</th>
        <td className="number">{exact(part.amount, language)}</td>
        <td className="number deals-technology">{paid ? '' : exact(part.technology, language)}</td>
        <td />
      </tr>
    </tbody>
  )
}
