import { Button, Form, Input, Segmented, Select } from 'antd'
import { useI18n } from '../../../i18n'
import { MoneyInput } from '../../../shared/fields/MoneyInput'
import { RegionPicker } from '../../../shared/fields/RegionPicker'
import { TermSelect } from '../../../shared/fields/TermSelect'
import type { SigningRow } from './signings'

/** One row of what was signed. */
export function SigningFields({ index, remove }: { index: number; remove?: () => void }) {
  const { t } = useI18n()
  const kind = Form.useWatch(['rows', index, 'kind']) as SigningRow['kind'] | undefined
  const required = [{ required: true, message: t('centre.required') }]
  return (
    <fieldset className="organiser-row">
      <legend>{t('ceremony.row', { n: index + 1 })}</legend>
      <div className="head-row">
        <Form.Item name={[index, 'kind']} noStyle>
          <Segmented aria-label={t('ceremony.kind')} options={[{ value: 'deal', label: t('ceremony.deal') }, { value: 'investment', label: t('ceremony.investment') }]} />
        </Form.Item>
        {remove ? <Button type="text" size="small" onClick={remove}>{t('ceremony.removeRow')}</Button> : null}
      </div>
      <Form.Item name={[index, 'title']} label={t('ceremony.rowTitle')} rules={[{ required: true, whitespace: true, message: t('centre.required') }]}><Input maxLength={300} /></Form.Item>
      <div className="organiser-pair">
        <Form.Item name={[index, 'amount']} label={t('stats.amount')} rules={required}><MoneyInput /></Form.Item>
        {kind === 'investment' ? (
          <Form.Item name={[index, 'regionCode']} label={t('ceremony.region')} rules={required}><RegionPicker /></Form.Item>
        ) : (
          <Form.Item name={[index, 'technologyAmount']} label={t('stats.technology')} extra={t('ceremony.technologyHelp')}><MoneyInput /></Form.Item>
        )}
      </div>
      {kind === 'investment' ? (
        <div className="organiser-pair">
          <Form.Item name={[index, 'investors']} label={t('ceremony.investors')} rules={required}><Select mode="tags" open={false} suffixIcon={null} tokenSeparators={['、', ';', '；', '\n']} /></Form.Item>
          <Form.Item name={[index, 'recipient']} label={t('ceremony.recipient')} rules={required}><Input maxLength={200} /></Form.Item>
        </div>
      ) : (
        <>
          <Form.Item name={[index, 'contractType']} label={t('ceremony.type')} rules={required}><TermSelect vocabulary="contract-types" /></Form.Item>
          <div className="organiser-pair">
            <Party index={index} side="sellers" />
            <Party index={index} side="buyers" />
          </div>
        </>
      )}
    </fieldset>
  )
}

function Party({ index, side }: { index: number; side: 'sellers' | 'buyers' }) {
  const { t } = useI18n()
  const required = [{ required: true, message: t('centre.required') }]
  return (
    <div>
      <Form.Item name={[index, side, 0, 'name']} label={t(`ceremony.${side}`)} rules={required}><Input maxLength={200} /></Form.Item>
      <Form.Item name={[index, side, 0, 'kind']} label={t('ceremony.partyKind')} rules={required}><TermSelect vocabulary="organisation-kinds" /></Form.Item>
      <Form.Item name={[index, side, 0, 'regionCode']} label={t('ceremony.partyRegion')} rules={required}><RegionPicker /></Form.Item>
    </div>
  )
}
