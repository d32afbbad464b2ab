import { useQueryClient } from '@tanstack/react-query'
import { App, Form, Input, Radio } from 'antd'
import { api, type Schema } from '../../../api/client'
import { useI18n } from '../../../i18n'
import { FormDrawer } from '../FormDrawer'

interface Values {
  decision?: 'a' | 'b' | 'both'
  note?: string
}

/** That two are not one thing, or who has the right to publish; with the grounds, for the record. */
export function DecideDrawer({ pair, what, close }: { pair: Schema['DuplicateBody']; what: 'dismiss' | 'resolve' | null; close: () => void }) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const resolving = what === 'resolve'
  const send = async (body: Values, key: string) => {
    const params = { path: { id: pair.id }, header: { 'Idempotency-Key': key } }
    await (resolving ? api.POST('/api/v1/duplicates/{id}/resolve', { body, params }) : api.POST('/api/v1/duplicates/{id}/dismiss', { body: { note: body.note }, params }))
    void message.success(t(resolving ? 'duplicate.resolved' : 'duplicate.dismissed'))
    for (const first of ['duplicates', pair.kind === 'need' ? 'needs' : 'listings']) {
      void queries.invalidateQueries({ queryKey: [first] })
    }
  }
  return (
    <FormDrawer<Values> open={what !== null} close={close} title={t(resolving ? 'duplicate.resolve' : 'duplicate.dismiss')} ok={t(resolving ? 'duplicate.resolve' : 'duplicate.dismiss')} send={send}>
      {resolving ? (
        <Form.Item name="decision" label={t('duplicate.decision')} rules={[{ required: true, message: t('centre.required') }]}>
          <Radio.Group vertical options={(['a', 'b', 'both'] as const).map(value => ({ value, label: t(`duplicate.decided.${value}`) }))} />
        </Form.Item>
      ) : <p>{t('duplicate.dismissText')}</p>}
      <Form.Item name="note" label={t('duplicate.note')} rules={resolving ? [{ required: true, whitespace: true, message: t('centre.required') }] : []}><Input.TextArea maxLength={2000} rows={4} /></Form.Item>
    </FormDrawer>
  )
}
