import { useQueryClient } from '@tanstack/react-query'
import { App, Form, Input, Modal } from 'antd'
import { api } from '../../api/client'
import { useI18n } from '../../i18n'
import { TermSelect } from '../../shared/fields/TermSelect'
import { Trouble } from '../../shared/Trouble'
import { useProblemForm } from '../../shared/useProblemForm'
import type { Engagement } from './pairs'

interface Values {
  reason: string
  note?: string
}

/** A no always has its reason: the other side reads it, and the scores learn from it. */
export function DeclineDialog({ engagement, title, onClose }: { engagement: Engagement; title: string; onClose: () => void }) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const { form, busy, problem, submit } = useProblemForm<Values>(async body => {
    await api.POST('/api/v1/engagements/{id}/decline', { params: { path: { id: engagement.id } }, body })
    void queries.invalidateQueries({ queryKey: ['engagements'] })
    void message.success(t('owner.declined'))
    onClose()
  })
  const reason = Form.useWatch('reason', form)
  return (
    <Modal open title={t('owner.decline.title', { title })} okText={t('owner.decline.send')} confirmLoading={busy} onOk={form.submit} onCancel={onClose}>
      <p className="quiet owner-dialog-text">{t('owner.decline.text')}</p>
      <Form form={form} layout="vertical" onFinish={values => void submit(values)}>
        <Form.Item name="reason" label={t('owner.decline.reason')} rules={[{ required: true, message: t('owner.decline.missing') }]}>
          <TermSelect vocabulary="close-reasons" />
        </Form.Item>
        <Form.Item name="note" label={t('owner.decline.note')} rules={reason === 'other' ? [{ required: true, whitespace: true, message: t('owner.decline.explain') }] : []}>
          <Input.TextArea rows={3} maxLength={1000} />
        </Form.Item>
      </Form>
      {problem ? <Trouble problem={problem} /> : null}
    </Modal>
  )
}
