import { Checkbox, Form, Input, Switch } from 'antd'
import { useSession, type Role } from '../../../app/session'
import { useI18n } from '../../../i18n'
import { OrganisationSelect } from '../../../shared/fields/OrganisationSelect'

const roles: readonly Role[] = ['provider', 'seeker', 'manager', 'organiser', 'admin']

/** Not the group itself: a form tells its inputs that they are required, which a group of boxes cannot say. */
function RolesInput(props: { id?: string; value?: string[]; onChange?: (roles: string[]) => void; given: readonly Role[] }) {
  const { t } = useI18n()
  const options = roles.map(value => ({ value: value as string, label: t(`role.${value}`), disabled: !props.given.includes(value) }))
  return <Checkbox.Group value={props.value} onChange={props.onChange} options={options} />
}

export function PersonFields() {
  const { t } = useI18n()
  const { has } = useSession()
  const required = { required: true, message: t('centre.required') }
  // An organiser gives and takes the roles of the market alone; the API says so, too.
  const given = has('admin') ? roles : roles.slice(0, 2)
  return (
    <>
      <Form.Item name="displayName" label={t('person.name')} rules={[{ ...required, whitespace: true }]}><Input maxLength={100} autoComplete="off" /></Form.Item>
      <Form.Item name="email" label={t('person.email')} extra={t('person.emailHelp')} rules={[required, { type: 'email', message: t('person.emailWrong') }]}><Input type="email" autoComplete="off" /></Form.Item>
      <Form.Item name="roles" label={t('person.roles')} rules={[{ ...required, type: 'array' }]}>
        <RolesInput given={given} />
      </Form.Item>
      <Form.Item name="organisationId" label={t('person.organisation')}><OrganisationSelect /></Form.Item>
      <Form.Item name="approver" label={t('person.approver')} extra={t('person.approverHelp')} valuePropName="checked"><Switch /></Form.Item>
    </>
  )
}
