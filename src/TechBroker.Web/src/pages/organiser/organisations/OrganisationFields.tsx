import { Form, Input, Switch } from 'antd'
import { useI18n } from '../../../i18n'
import { RegionPicker } from '../../../shared/fields/RegionPicker'
import { TermSelect } from '../../../shared/fields/TermSelect'

export function OrganisationFields() {
  const { t } = useI18n()
  const required = { required: true, message: t('centre.required') }
  return (
    <>
      <Form.Item name="name" label={t('organisation.name')} rules={[{ ...required, whitespace: true }]}><Input maxLength={200} /></Form.Item>
      <Form.Item name="kind" label={t('organisation.kind')} rules={[required]}><TermSelect vocabulary="organisation-kinds" /></Form.Item>
      <Form.Item name="creditCode" label={t('organisation.creditCode')} extra={t('organisation.creditCodeHelp')} normalize={(code: string) => code.trim().toUpperCase() || undefined}><Input maxLength={18} className="organiser-code" /></Form.Item>
      <Form.Item name="regionCode" label={t('organisation.region')} rules={[required]}><RegionPicker /></Form.Item>
      <Form.Item name="nature" label={t('organisation.nature')}><Input maxLength={100} /></Form.Item>
      <Form.Item name="approvesListings" label={t('organisation.approval')} extra={t('organisation.approvalHelp')} valuePropName="checked"><Switch /></Form.Item>
    </>
  )
}
