import { Form, Input, Radio } from 'antd'
import { useI18n } from '../../../i18n'
import { TermSelect } from '../../../shared/fields/TermSelect'
import { openSides } from '../steps'
import type { Engagement } from '../queries'

const longestNote = 2000

/** Says at once what the API would say after a round trip. */
export function useRequired() {
  const { t } = useI18n()
  return [{ required: true, message: t('action.required') }]
}

export function NoteField({ name = 'note', label, hint, rows = 3, required = false, most = longestNote }: { name?: string; label?: string; hint?: string; rows?: number; required?: boolean; most?: number }) {
  const { t } = useI18n()
  const rules = useRequired()
  return (
    <Form.Item name={name} label={label ?? t('engagement.note')} extra={hint} rules={required ? rules : undefined}>
      <Input.TextArea rows={rows} maxLength={most} />
    </Form.Item>
  )
}

/** A reason of the vocabulary; "other" asks for words. */
export function ReasonFields({ hint }: { hint: string }) {
  const { t } = useI18n()
  const rules = useRequired()
  const isOther = Form.useWatch('reason') === 'other'
  return (
    <>
      <Form.Item name="reason" label={t('engagement.reason')} rules={rules}>
        <TermSelect vocabulary="close-reasons" />
      </Form.Item>
      <NoteField hint={hint} required={isOther} />
    </>
  )
}

/** For whom somebody of the centre records it; a side speaks for itself. */
export function SideField({ engagement, onlyOpen = false }: { engagement: Engagement; onlyOpen?: boolean }) {
  const { t } = useI18n()
  const rules = useRequired()
  if (engagement.yourSide) {
    return null
  }
  const sides = onlyOpen ? openSides(engagement) : (['listing', 'need'] as const)
  return (
    <Form.Item name="side" label={t('engagement.forWhom')} rules={rules}>
      <Radio.Group options={sides.map(side => ({ value: side, label: t(`engagement.side.${side}`) }))} />
    </Form.Item>
  )
}
