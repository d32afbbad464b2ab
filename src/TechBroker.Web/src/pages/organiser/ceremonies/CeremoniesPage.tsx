import { PlusOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, type TableProps } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { api, bodyOf, type Schema } from '../../../api/client'
import { useI18n } from '../../../i18n'
import { CursorTable } from '../../../shared/CursorTable'
import { DayPicker } from '../../../shared/fields/DayPicker'
import { Nothing } from '../../../shared/Nothing'
import { useCursorPages } from '../../../shared/useCursorPages'
import { useTitle } from '../../../shared/useTitle'
import { FormDrawer } from '../FormDrawer'
import { ceremonyPages } from './queries'
import { Totals } from './Totals'
import '../organiser.css'
import { today } from '../../../shared/today'

type Ceremony = Schema['CeremonyBody']

export function Component() {
  const { t, day } = useI18n()
  const { message } = App.useApp()
  const [adding, setAdding] = useState(false)
  const pages = useCursorPages<Ceremony>(ceremonyPages)
  const queries = useQueryClient()
  const navigate = useNavigate()
  useTitle(t('work.ceremonies'))
  const add = async (body: Schema['PostCeremonyBody'], key: string) => {
    const made = await bodyOf(api.POST('/api/v1/ceremonies', { body, params: { header: { 'Idempotency-Key': key } } }))
    void queries.invalidateQueries({ queryKey: ['ceremonies'] })
    void message.success(t('ceremony.added'))
    await navigate(`/work/ceremonies/${made.id}`)
  }
  const columns: TableProps<Ceremony>['columns'] = [
    { title: t('ceremony.title'), render: (_, row) => <Link to={`/work/ceremonies/${row.id}`}>{row.title}</Link> },
    { title: t('ceremony.heldOn'), render: (_, row) => day(row.heldOn) },
    { title: t('ceremony.place'), responsive: ['md'], dataIndex: 'place' },
    { title: t('ceremony.contracts'), align: 'right', responsive: ['md'], render: (_, row) => <Totals of={row.contracts} /> },
    { title: t('ceremony.investments'), align: 'right', responsive: ['md'], render: (_, row) => <Totals of={row.investments} /> },
  ]
  const button = <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>{t('ceremony.add')}</Button>
  return (
    <div className="page organiser">
      <header className="head-row"><h1>{t('work.ceremonies')}</h1>{button}</header>
      <CursorTable pages={pages} columns={columns} empty={<Nothing text={t('ceremony.none')} />} table={{ scroll: undefined }} />
      <FormDrawer<Schema['PostCeremonyBody']> open={adding} close={() => setAdding(false)} title={t('ceremony.add')} ok={t('centre.save')} initial={{ heldOn: today() }} send={add}>
        <Form.Item name="title" label={t('ceremony.title')} rules={[{ required: true, whitespace: true, message: t('centre.required') }]}><Input maxLength={200} /></Form.Item>
        <Form.Item name="heldOn" label={t('ceremony.heldOn')} rules={[{ required: true, message: t('centre.required') }]}><DayPicker /></Form.Item>
        <Form.Item name="place" label={t('ceremony.place')} rules={[{ required: true, whitespace: true, message: t('centre.required') }]}><Input maxLength={200} /></Form.Item>
        <Form.Item name="organiserNote" label={t('ceremony.note')} extra={t('ceremony.noteHelp')}><Input.TextArea rows={3} /></Form.Item>
      </FormDrawer>
    </div>
  )
}
