import { PlusOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { api, bodyOf, ifMatch, type Schema } from '../../../api/client'
import { useI18n } from '../../../i18n'
import { useCursorPages } from '../../../shared/useCursorPages'
import { useTitle } from '../../../shared/useTitle'
import { useSettled } from '../../../shared/useSettled'
import { FormDrawer } from '../FormDrawer'
import { LinkOnce } from './LinkOnce'
import { PeopleTable } from './PeopleTable'
import { PersonFields } from './PersonFields'
import '../organiser.css'

type User = Schema['UserBody']
type Values = Omit<Schema['PutUserBody'], 'state'>

/** Accounts: who is here, with which roles, and how they get in. */
export function Component() {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [params, setParams] = useSearchParams()
  const q = params.get('q') ?? ''
  const asked = useSettled(q.trim())
  const pages = useCursorPages<User>({
    queryKey: ['users', 'list', asked],
    page: (cursor, signal) => bodyOf(api.GET('/api/v1/users', { params: { query: { q: asked || undefined, limit: '50', cursor } }, signal })),
  })
  const [edited, setEdited] = useState<User | 'new' | null>(null)
  const [link, setLink] = useState<{ name: string; link: string } | null>(null)
  useTitle(t('work.people'))

  const save = async (values: Values, key: string) => {
    const body = { ...values, roles: values.roles ?? [], organisationId: values.organisationId ?? null }
    const header = { 'Idempotency-Key': key }
    if (edited === 'new' || edited === null) {
      const made = await bodyOf(api.POST('/api/v1/users', { body, params: { header } }))
      if (made.passwordLink) {
        setLink({ name: made.displayName, link: made.passwordLink })
      }
    } else {
      await api.PUT('/api/v1/users/{id}', { body, params: { path: { id: edited.id }, header: { ...header, 'If-Match': ifMatch(edited.revision) } } })
      void message.success(t('centre.saved'))
    }
    void queries.invalidateQueries({ queryKey: ['users'] })
  }
  return (
    <div className="page organiser">
      <header className="head-row">
        <h1>{t('work.people')}</h1>
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setEdited('new')}>{t('person.add')}</Button>
      </header>
      <Input.Search className="organiser-search" allowClear aria-label={t('person.find')} placeholder={t('person.find')} value={q} onChange={event => setParams(event.target.value ? { q: event.target.value } : {}, { replace: true })} />
      <PeopleTable pages={pages} searched={q !== ''} edit={setEdited} showLink={setLink} />
      <FormDrawer<Values>
        open={edited !== null}
        close={() => setEdited(null)}
        title={edited === 'new' ? t('person.add') : t('person.edit')}
        ok={edited === 'new' ? t('person.add') : t('centre.save')}
        initial={edited === 'new' || edited === null ? { approver: false } : valuesOf(edited)}
        send={save}
      >
        <PersonFields />
      </FormDrawer>
      <LinkOnce shown={link} close={() => setLink(null)} />
    </div>
  )
}

function valuesOf({ email, displayName, roles, organisationId, approver }: User): Values {
  return { email, displayName, roles, organisationId, approver }
}
