import { MoreOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Dropdown } from 'antd'
import { useState } from 'react'
import { api, bodyOf, idempotencyKey, ifMatch, type Schema } from '../../../api/client'
import { useI18n } from '../../../i18n'
import { useProblemText } from '../../../shared/problemText'
import { DeletePerson } from './DeletePerson'

type User = Schema['UserBody']

/** What can be done about an account. */
export function PersonMenu({ user, edit, showLink }: { user: User; edit: () => void; showLink: (link: { name: string; link: string }) => void }) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const problemText = useProblemText()
  const [busy, setBusy] = useState(false)
  const [deleting, setDeleting] = useState(false)
  const active = user.state === 'active'

  const run = async (work: () => Promise<void>) => {
    setBusy(true)
    try {
      await work()
    } catch (problem) {
      void message.error(problemText(problem))
    } finally {
      setBusy(false)
      void queries.invalidateQueries({ queryKey: ['users'] })
    }
  }
  const { id, email, displayName, roles, organisationId, approver } = user
  const setState = (state: 'active' | 'disabled') => run(async () => {
    await api.PUT('/api/v1/users/{id}', {
      body: { email, displayName, roles, organisationId, approver, state },
      params: { path: { id }, header: { 'If-Match': ifMatch(user.revision), 'Idempotency-Key': idempotencyKey() } },
    })
    void message.success(t(state === 'active' ? 'person.resumed' : 'person.suspended', { name: displayName }))
  })
  const makeLink = () => run(async () => {
    const made = await bodyOf(api.POST('/api/v1/users/{id}/password-link', { params: { path: { id }, header: { 'Idempotency-Key': idempotencyKey() } } }))
    showLink({ name: displayName, link: made.link })
  })
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'edit', label: t('person.edit'), onClick: edit },
            { key: 'link', label: t('person.makeLink'), disabled: !active, onClick: () => void makeLink() },
            { key: 'state', label: t(active ? 'person.suspend' : 'person.resume'), onClick: () => void setState(active ? 'disabled' : 'active') },
            { type: 'divider' },
            { key: 'delete', label: t('person.delete'), onClick: () => setDeleting(true) },
          ],
        }}
      >
        <Button type="text" icon={<MoreOutlined />} loading={busy} aria-label={t('person.actionsOf', { name: displayName })} />
      </Dropdown>
      <DeletePerson user={user} open={deleting} close={() => setDeleting(false)} />
    </>
  )
}
