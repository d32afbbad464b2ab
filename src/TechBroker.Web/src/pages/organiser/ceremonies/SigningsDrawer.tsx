import { PlusOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Form } from 'antd'
import { api, bodyOf, type Schema } from '../../../api/client'
import { useI18n } from '../../../i18n'
import { FormDrawer } from '../FormDrawer'
import { bodyOfSignings, type SigningRow } from './signings'
import { SigningFields } from './SigningFields'

type Values = { rows: SigningRow[] }

/** Everything that was signed, in one go: all rows are recorded, or none. */
export function SigningsDrawer({ ceremony, open, close }: { ceremony: Schema['CeremonyBody']; open: boolean; close: () => void }) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const send = async ({ rows }: Values, key: string) => {
    const body = bodyOfSignings(rows, ceremony.heldOn)
    const params = { path: { id: ceremony.id }, header: { 'Idempotency-Key': key } }
    const { items } = await bodyOf(api.POST('/api/v1/ceremonies/{id}/signings', { body, params }))
    void message.success(t('ceremony.recorded', { n: items.length }))
    for (const first of ['ceremonies', 'deals', 'statistics']) {
      void queries.invalidateQueries({ queryKey: [first] })
    }
  }
  return (
    <FormDrawer<Values> open={open} close={close} wide title={t('ceremony.record')} ok={t('ceremony.recordAll')} send={send} initial={{ rows: [{ kind: 'deal', sellers: [{}], buyers: [{}] }] }}>
      <p className="quiet">{t('ceremony.recordNote')}</p>
      <Form.List name="rows">
        {(rows, { add, remove }) => (
          <>
            {rows.map(row => <SigningFields key={row.key} index={row.name} remove={rows.length > 1 ? () => remove(row.name) : undefined} />)}
            <Button block type="dashed" icon={<PlusOutlined />} onClick={() => add({ kind: 'deal', sellers: [{}], buyers: [{}] } satisfies SigningRow)}>{t('ceremony.addRow')}</Button>
          </>
        )}
      </Form.List>
      <div className="organiser-trouble" />
    </FormDrawer>
  )
}
