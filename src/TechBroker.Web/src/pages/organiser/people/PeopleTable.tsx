import { Button, Tag, type TableProps } from 'antd'
import type { Schema } from '../../../api/client'
import { useI18n, type TextKey } from '../../../i18n'
import { CursorTable } from '../../../shared/CursorTable'
import { Nothing } from '../../../shared/Nothing'
import type { CursorPages } from '../../../shared/useCursorPages'
import { OrganisationName } from '../organisations/OrganisationName'
import { PersonMenu } from './PersonMenu'

type User = Schema['UserBody']

export function PeopleTable(props: { pages: CursorPages<User>; searched: boolean; edit: (user: User) => void; showLink: (link: { name: string; link: string }) => void }) {
  const { t, ago } = useI18n()
  const columns: TableProps<User>['columns'] = [
    {
      title: t('person.name'),
      render: (_, user) => user.state === 'deleted' ? <span className="quiet">{user.displayName}</span> : (
        <>
          <Button type="link" className="organiser-figure organiser-name" onClick={() => props.edit(user)}>{user.displayName}</Button>
          {user.state === 'disabled' ? <Tag color="orange">{t('person.disabled')}</Tag> : null}
          <div><small className="quiet organiser-flush">{user.email}</small></div>
        </>
      ),
    },
    { title: t('person.roles'), responsive: ['sm'], render: (_, user) => <span className="tags">{user.roles.map(role => <Tag key={role}>{t(`role.${role}` as TextKey)}</Tag>)}</span> },
    { title: t('person.organisation'), responsive: ['lg'], render: (_, user) => user.organisationId ? <OrganisationName id={user.organisationId} /> : null },
    { title: t('person.secondFactor'), responsive: ['lg'], render: (_, user) => t(user.secondFactor ? 'person.on' : 'person.off') },
    { title: t('person.lastSignIn'), responsive: ['md'], render: (_, user) => user.lastSignInAt ? ago(user.lastSignInAt) : <span className="quiet">{t('person.never')}</span> },
    { title: t('person.actions'), align: 'right', render: (_, user) => user.state === 'deleted' ? null : <PersonMenu user={user} edit={() => props.edit(user)} showLink={props.showLink} /> },
  ]
  return <CursorTable pages={props.pages} columns={columns} empty={<Nothing text={props.searched ? t('person.notFound') : t('person.none')} />} table={{ scroll: undefined }} />
}
