import { useQueryClient } from '@tanstack/react-query'
import { App, Modal, Radio } from 'antd'
import { useState } from 'react'
import { api, type Schema } from '../../../api/client'
import { useI18n } from '../../../i18n'
import { Trouble } from '../../../shared/Trouble'

const reasons = ['requested', 'left', 'duplicate', 'misuse'] as const

/** There is no way back: it says what goes and what stays, and wants a reason for the record. */
export function DeletePerson({ user, open, close }: { user: Schema['UserBody']; open: boolean; close: () => void }) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [reason, setReason] = useState<(typeof reasons)[number] | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const remove = async () => {
    setBusy(true)
    setProblem(null)
    try {
      await api.DELETE('/api/v1/users/{id}', { body: { reason }, params: { path: { id: user.id } } })
      void message.success(t('person.deleted', { name: user.displayName }))
      close()
      void queries.invalidateQueries({ queryKey: ['users'] })
    } catch (error) {
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      open={open}
      title={t('person.deleteTitle', { name: user.displayName })}
      okText={t('person.delete')}
      okButtonProps={{ danger: true, disabled: reason === null }}
      confirmLoading={busy}
      onOk={() => void remove()}
      onCancel={close}
      destroyOnHidden
    >
      <p>{t('person.deleteText')}</p>
      <Radio.Group
        aria-label={t('person.deleteReason')}
        vertical
        value={reason}
        options={reasons.map(value => ({ value, label: t(`person.reason.${value}`) }))}
        onChange={event => setReason(event.target.value as (typeof reasons)[number])}
      />
      {problem ? <Trouble problem={problem} /> : null}
    </Modal>
  )
}
