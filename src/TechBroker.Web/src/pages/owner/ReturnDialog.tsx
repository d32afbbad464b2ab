import { Form, Input, Modal } from 'antd'
import { useI18n } from '../../i18n'
import { Trouble } from '../../shared/Trouble'
import { useProblemForm } from '../../shared/useProblemForm'
import type { Item } from './items'
import { returnListing } from './steps'

/** The approver says what has to change; the listing's people read it on its page. */
export function ReturnDialog({ item, onClose, onDone }: { item: Item | null; onClose: () => void; onDone: (moved: Item) => void }) {
  const { t } = useI18n()
  const { form, busy, problem, submit } = useProblemForm<{ reason: string }>(async ({ reason }) => {
    onDone(await returnListing(item!, reason))
    onClose()
  })
  return (
    <Modal open={item !== null} title={t('owner.return.title')} okText={t('owner.action.return')} confirmLoading={busy} onOk={form.submit} onCancel={onClose} destroyOnHidden>
      <Form form={form} layout="vertical" preserve={false} onFinish={values => void submit(values)}>
        <Form.Item name="reason" label={t('owner.return.reason')} rules={[{ required: true, whitespace: true, message: t('owner.return.missing') }]}>
          <Input.TextArea rows={4} maxLength={1000} showCount autoFocus />
        </Form.Item>
      </Form>
      {problem ? <Trouble problem={problem} /> : null}
    </Modal>
  )
}
