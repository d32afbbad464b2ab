import { UploadOutlined } from '@ant-design/icons'
import { Button, Form, Select, Upload, type UploadFile } from 'antd'
import { api, bodyOf, type Schema } from '../../../api/client'
import { useI18n } from '../../../i18n'
import { ActionDialog } from '../../../shared/ActionDialog'
import { NoteField, useRequired } from '../../engagements/dialogs/fields'
import type { Evidence } from '../queries'

export const evidenceKinds = ['contract', 'registrationCertificate', 'paymentProof', 'acceptance', 'other'] as const

interface Chosen {
  kind: string
  note?: string
  file?: UploadFile[]
}

export function UploadDialog({ dealId, done, close }: { dealId: string; done: () => void; close: () => void }) {
  const { t } = useI18n()
  const rules = useRequired()
  return (
    <ActionDialog<Chosen>
      title={t('deal.evidence.add')}
      submitText={t('deal.evidence.upload')}
      initial={{ kind: 'contract' }}
      send={async chosen => {
        await upload(dealId, chosen)
        done()
      }}
      close={close}
    >
      <Form.Item name="kind" label={t('deal.evidence.kind')} rules={rules}>
        <Select options={evidenceKinds.map(value => ({ value, label: t(`deal.evidence.kind.${value}`) }))} />
      </Form.Item>
      <Form.Item name="file" label={t('deal.evidence.file')} rules={rules} extra={t('deal.evidence.formats')} valuePropName="fileList" getValueFromEvent={(event: { fileList: UploadFile[] }) => event.fileList.slice(-1)}>
        <Upload beforeUpload={() => false} maxCount={1}><Button icon={<UploadOutlined />}>{t('deal.evidence.choose')}</Button></Upload>
      </Form.Item>
      <NoteField rows={2} />
    </ActionDialog>
  )
}

/** The same file again is refused as such, so that it needs no key against sending it twice. */
function upload(dealId: string, chosen: Chosen): Promise<Evidence> {
  const form = new FormData()
  form.set('kind', chosen.kind)
  if (chosen.note) {
    form.set('note', chosen.note)
  }
  const file = chosen.file?.[0]?.originFileObj
  if (file) {
    form.set('file', file)
  }
  return bodyOf(api.POST('/api/v1/deals/{id}/evidence', { params: { path: { id: dealId } }, body: { kind: chosen.kind, file: '' }, bodySerializer: () => form }))
}

export function WithdrawDialog({ evidence, done, close }: { evidence: Evidence; done: () => void; close: () => void }) {
  const { t } = useI18n()
  return (
    <ActionDialog<Schema['EvidenceWithdrawalBody']>
      title={t('deal.evidence.withdraw')}
      intro={t('deal.evidence.withdrawIntro', { name: evidence.fileName })}
      submitText={t('deal.evidence.withdraw')}
      danger
      send={async (body, key) => {
        await api.POST('/api/v1/deals/{id}/evidence/{fileId}/withdrawal', { params: { path: { id: evidence.dealId, fileId: evidence.id }, header: { 'Idempotency-Key': key } }, body })
        done()
      }}
      close={close}
    >
      <NoteField name="reason" label={t('engagement.reason')} required most={500} />
    </ActionDialog>
  )
}
