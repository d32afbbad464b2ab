import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { api, idempotencyKey, type Schema } from '../../../api/client'
import { useI18n } from '../../../i18n'
import { Loaded } from '../statistics/Loaded'
import { absencesQuery } from './queries'
import { SpanDrawer, type SpanValues } from './SpanDrawer'
import { Spans } from './Spans'
import { useCancelling } from './useCancelling'

/** When nothing is dispatched to a manager. */
export function Absences({ managerId, mayChange }: { managerId: string; mayChange: boolean }) {
  const { t } = useI18n()
  const queries = useQueryClient()
  const absences = useQuery(absencesQuery(managerId))
  const [adding, setAdding] = useState(false)
  const cancelling = useCancelling()
  const post = (body: Schema['PostAbsenceBody'], key = idempotencyKey()) => api.POST('/api/v1/managers/{id}/absences', { body, params: { path: { id: managerId }, header: { 'Idempotency-Key': key } } })
  const add = async ({ from, to, reason }: SpanValues, key: string) => {
    await post({ from: from.toISOString(), to: to.toISOString(), reason }, key)
    await queries.invalidateQueries({ queryKey: ['managers'] })
  }
  const cancel = (absence: Schema['AbsenceBody']) => cancelling(
    () => api.DELETE('/api/v1/absences/{id}', { params: { path: { id: absence.id } } }),
    () => post({ from: absence.from, to: absence.to, reason: absence.reason }))
  const tomorrow = dayjs().add(1, 'day').startOf('day')
  return (
    <section className="panel">
      <div className="head-row">
        <h2>{t('centre.absences')}</h2>
        {mayChange ? <Button onClick={() => setAdding(true)}>{t('centre.addAbsence')}</Button> : null}
      </div>
      <p className="quiet">{t('centre.absenceNote')}</p>
      <Loaded query={absences}>{({ items }) => <Spans items={items} none={t('centre.noAbsences')} note={absence => absence.reason} cancel={mayChange ? cancel : undefined} />}</Loaded>
      <SpanDrawer title={t('centre.addAbsence')} open={adding} close={() => setAdding(false)} initial={{ from: tomorrow, to: tomorrow.add(1, 'day') }} send={add}>
        <Form.Item name="reason" label={t('centre.reason')} extra={t('centre.reasonHelp')}><Input maxLength={200} /></Form.Item>
      </SpanDrawer>
    </section>
  )
}
