import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { api, idempotencyKey, type Schema } from '../../../api/client'
import { useI18n } from '../../../i18n'
import { Loaded } from '../statistics/Loaded'
import { shiftsQuery } from './queries'
import { SpanDrawer, type SpanValues } from './SpanDrawer'
import { Spans } from './Spans'
import { useCancelling } from './useCancelling'

/** When a manager stands at which desk, from now on. */
export function Shifts({ managerId, mayChange }: { managerId: string; mayChange: boolean }) {
  const { t } = useI18n()
  const queries = useQueryClient()
  const shifts = useQuery(shiftsQuery(managerId))
  const [adding, setAdding] = useState(false)
  const cancelling = useCancelling()
  const post = (body: Schema['PostShiftBody'], key = idempotencyKey()) => api.POST('/api/v1/managers/{id}/shifts', { body, params: { path: { id: managerId }, header: { 'Idempotency-Key': key } } })
  const add = async ({ from, to, desk }: SpanValues, key: string) => {
    await post({ from: from.toISOString(), to: to.toISOString(), desk }, key)
    await queries.invalidateQueries({ queryKey: ['managers'] })
  }
  const cancel = (shift: Schema['ShiftBody']) => cancelling(
    () => api.DELETE('/api/v1/shifts/{id}', { params: { path: { id: shift.id } } }),
    () => post({ from: shift.from, to: shift.to, desk: shift.desk }))
  const morning = dayjs().add(1, 'day').startOf('day').hour(9)
  return (
    <section className="panel">
      <div className="head-row">
        <h2>{t('centre.shifts')}</h2>
        {mayChange ? <Button onClick={() => setAdding(true)}>{t('centre.addShift')}</Button> : null}
      </div>
      <Loaded query={shifts}>{({ items }) => <Spans items={items} none={t('centre.noShifts')} note={shift => shift.desk} cancel={mayChange ? cancel : undefined} />}</Loaded>
      <SpanDrawer title={t('centre.addShift')} open={adding} close={() => setAdding(false)} initial={{ from: morning, to: morning.hour(12) }} send={add}>
        <Form.Item name="desk" label={t('centre.desk')} rules={[{ required: true, whitespace: true, message: t('centre.required') }]}><Input maxLength={100} placeholder={t('centre.deskExample')} /></Form.Item>
      </SpanDrawer>
    </section>
  )
}
