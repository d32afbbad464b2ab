import { useQueryClient } from '@tanstack/react-query'
import { App, Form, Input, InputNumber, Select, TreeSelect } from 'antd'
import { useState } from 'react'
import { api, bodyOf, ifMatch, type Schema } from '../../../api/client'
import { useI18n } from '../../../i18n'
import { FieldPicker } from '../../../shared/fields/FieldPicker'
import { useRegionTree } from '../../../shared/vocabularies'
import { FormDrawer } from '../FormDrawer'
import { levels } from './ManagersPage'

type Values = Schema['PutManagerProfileBody']
const spoken = ['zh', 'en', 'ja', 'ko', 'de', 'fr', 'ru', 'es']

/** Shows and saves the profile as it was when it was opened (give it a key), so that nobody's change is overwritten unseen. */
export function ProfileDrawer({ open, close, ...now }: { manager: Schema['ManagerBody']; open: boolean; close: () => void }) {
  const [manager] = useState(now.manager)
  const { t, language } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const regions = useRegionTree()
  const names = new Intl.DisplayNames(language === 'zh' ? 'zh-CN' : 'en', { type: 'language' })
  const save = async (body: Values, key: string) => {
    const header = { 'If-Match': ifMatch(manager.revision), 'Idempotency-Key': key }
    const saved = await bodyOf(api.PUT('/api/v1/managers/{id}/profile', { body, params: { path: { id: manager.id }, header } }))
    void queries.invalidateQueries({ queryKey: ['managers'] })
    const warning = saved.warnings?.[0]
    void (warning ? message.warning(`${t('centre.saved')} ${warning.message}`, 8) : message.success(t('centre.saved')))
  }
  const { level, fields, employer, source, capacity } = manager
  return (
    <FormDrawer<Values> open={open} close={close} title={t('centre.editProfile')} ok={t('centre.save')} send={save} initial={{ level, fields, regions: manager.regions, languages: manager.languages, employer, source, capacity }}>
      <Form.Item name="level" label={t('centre.level')} rules={[{ required: true, message: t('centre.required') }]}><Select options={levels.map(value => ({ value, label: t(`centre.level.${value}`) }))} /></Form.Item>
      <Form.Item name="fields" label={t('centre.fields')}><FieldPicker /></Form.Item>
      <Form.Item name="regions" label={t('centre.regions')}><TreeSelect multiple allowClear showSearch={{ treeNodeFilterProp: 'title' }} placeholder={t('field.choose')} treeData={regions} /></Form.Item>
      <Form.Item name="languages" label={t('centre.languages')}><Select mode="multiple" optionFilterProp="label" options={spoken.map(value => ({ value, label: names.of(value) ?? value }))} /></Form.Item>
      <Form.Item name="capacity" label={t('centre.capacity')} extra={t('centre.capacityHelp')}><InputNumber min={1} max={500} precision={0} /></Form.Item>
      <Form.Item name="employer" label={t('centre.employer')} extra={t('centre.employerHelp')}><Input maxLength={200} /></Form.Item>
      <Form.Item name="source" label={t('centre.source')}><Input maxLength={200} /></Form.Item>
    </FormDrawer>
  )
}
