import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { useI18n } from '../../../i18n'
import { DayPicker } from '../../../shared/fields/DayPicker'
import { MoneyInput } from '../../../shared/fields/MoneyInput'
import { RegionPicker } from '../../../shared/fields/RegionPicker'
import { ShareInput } from '../../../shared/fields/ShareInput'
import { TermSelect } from '../../../shared/fields/TermSelect'
import { useTerms } from '../../../shared/vocabularies'
import { missing } from '../../engagements/credit'
import { useRequired } from '../../engagements/dialogs/fields'
import { sum } from '../ledgerParts'
import type { NewDeal } from '../queries'

/** A list of the form: its lines, what the API says of the whole, a button for another one. */
function Rows(props: { name: keyof NewDeal; least: number; layout: string; add: string; first?: object; line: (name: number) => ReactNode; below?: ReactNode }) {
  const { t } = useI18n()
  return (
    <Form.List name={props.name}>
      {(rows, { add, remove }, { errors }) => (
        <div className="deals-rows">
          {rows.map(row => (
            <div key={row.key} className={`deals-line ${props.layout}`}>
              {props.line(row.name)}
              <Button type="text" icon={<DeleteOutlined />} aria-label={t('deal.removeLine', { n: row.name + 1 })} disabled={rows.length <= props.least} onClick={() => remove(row.name)} />
            </div>
          ))}
          <Form.ErrorList errors={errors} />
          <div className="row"><Button icon={<PlusOutlined />} onClick={() => add({ ...props.first })}>{props.add}</Button>{props.below}</div>
        </div>
      )}
    </Form.List>
  )
}

export function PartyRows({ name }: { name: 'sellers' | 'buyers' }) {
  const { t, nameOf } = useI18n()
  const rules = useRequired()
  const form = Form.useFormInstance<NewDeal>()
  // Another name or code is another party: it must not read the contract as the one that stood here.
  const another = (row: number) => form.setFieldValue([name, row, 'organisationId'], undefined)
  const kinds = [...useTerms('organisation-kinds').map(term => ({ value: term.code, label: nameOf(term) })), { value: 'individual', label: t('deal.individual') }]
  return (
    <Rows
      name={name}
      least={1}
      layout="deals-line-party"
      add={t('deal.addParty')}
      line={row => (
        <>
          <Form.Item name={[row, 'organisationId']} hidden><Input /></Form.Item>
          <Form.Item name={[row, 'name']} label={t('deal.partyName')} rules={rules}><Input maxLength={200} onChange={() => another(row)} /></Form.Item>
          <Form.Item name={[row, 'kind']} label={t('deal.partyKind')} rules={rules}><Select placeholder={t('field.choose')} options={kinds} /></Form.Item>
          <Form.Item name={[row, 'regionCode']} label={t('market.region')} rules={rules}><RegionPicker /></Form.Item>
          <Form.Item name={[row, 'creditCode']} label={t('deal.creditCode')}><Input maxLength={18} onChange={() => another(row)} /></Form.Item>
        </>
      )}
    />
  )
}

/** They have to add up to the amount: what is missing stands below, and a new line begins with it. */
export function InstalmentRows() {
  const { t, money } = useI18n()
  const rules = useRequired()
  const amount = Form.useWatch<NewDeal['amount']>('amount')
  const parts = Form.useWatch<NewDeal['instalments']>('instalments') ?? []
  const left = (amount?.minorUnits ?? 0) - sum(parts.map(part => part?.amount?.minorUnits))
  const currency = amount?.currency ?? 'CNY'
  return (
    <Rows
      name="instalments"
      least={1}
      layout="deals-line-two"
      add={t('deal.addInstalment')}
      first={left > 0 && amount ? { amount: { currency, minorUnits: left } } : undefined}
      line={row => (
        <>
          <Form.Item name={[row, 'dueOn']} label={t('deal.dueOn')} rules={rules}><DayPicker /></Form.Item>
          <Form.Item name={[row, 'amount']} label={t('field.amount')} rules={rules}><MoneyInput /></Form.Item>
        </>
      )}
      below={amount ? (
        <span role="status" className={left === 0 ? 'quiet' : 'engagements-wrong'}>
          {left === 0 ? t('deal.instalmentsWhole') : t(left > 0 ? 'deal.instalmentsMissing' : 'deal.instalmentsOver', { amount: money({ currency, minorUnits: Math.abs(left) }) })}
        </span>
      ) : null}
    />
  )
}

export function IpRows() {
  const { t } = useI18n()
  const rules = useRequired()
  return (
    <Rows
      name="ip"
      least={0}
      layout="deals-line-three"
      add={t('deal.addIp')}
      line={row => (
        <>
          <Form.Item name={[row, 'type']} label={t('deal.ipType')} rules={rules}><TermSelect vocabulary="ip-types" /></Form.Item>
          <Form.Item name={[row, 'number']} label={t('deal.ipNumber')}><Input maxLength={100} /></Form.Item>
          <Form.Item name={[row, 'status']} label={t('deal.ipStatus')}><TermSelect vocabulary="ip-statuses" /></Form.Item>
        </>
      )}
    />
  )
}

export function InventorRows() {
  const { t, number } = useI18n()
  const rules = useRequired()
  const shares = Form.useWatch<NewDeal['inventors']>('inventors') ?? []
  const left = missing(shares)
  return (
    <Rows
      name="inventors"
      least={0}
      layout="deals-line-three"
      add={t('deal.addInventor')}
      first={left > 0 ? { basisPoints: left } : undefined}
      line={row => (
        <>
          <Form.Item name={[row, 'name']} label={t('deal.inventorName')} rules={rules}><Input maxLength={100} /></Form.Item>
          <Form.Item name={[row, 'role']} label={t('deal.inventorRole')}><Input maxLength={100} /></Form.Item>
          <Form.Item name={[row, 'basisPoints']} label={t('deal.share')} rules={rules}><ShareInput /></Form.Item>
        </>
      )}
      below={shares.length > 0 ? (
        <span role="status" className={left === 0 ? 'quiet' : 'engagements-wrong'}>
          {left === 0 ? t('engagement.sharesWhole') : t(left > 0 ? 'engagement.sharesMissing' : 'engagement.sharesOver', { percent: number(Math.abs(left) / 100) })}
        </span>
      ) : null}
    />
  )
}
