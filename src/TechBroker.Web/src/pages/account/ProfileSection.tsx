import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, Skeleton } from 'antd'
import { api, type Me } from '../../api/client'
import { useI18n, type TextKey } from '../../i18n'
import { Facts } from '../../shared/Facts'
import { Trouble } from '../../shared/Trouble'
import { useProblemForm } from '../../shared/useProblemForm'
import { useTitle } from '../../shared/useTitle'
import { Panel } from './Sections'

interface Profile {
  displayName: string
  email: string
  password?: string
}

/** Name and address, with the ETag that a correction names. */
async function readProfile(signal: AbortSignal) {
  const { data, response } = await api.GET('/api/v1/me', { signal })
  return { me: data!, etag: response.headers.get('ETag') ?? '' }
}

export function Component() {
  const { t } = useI18n()
  useTitle(t('account.profile'))
  const { data, error, refetch } = useQuery({ queryKey: ['me', 'profile'], queryFn: ({ signal }) => readProfile(signal), staleTime: 0 })
  if (error && !data) {
    return <Trouble problem={error} retry={() => void refetch()} />
  }
  return data ? (
    <>
      <Panel title={t('account.nameAndAddress')} text={t('account.nameText')}><ProfileForm key={data.etag} {...data} /></Panel>
      <Panel title={t('account.belongs')} text={t('account.belongsText')}><Belongs me={data.me} /></Panel>
    </>
  ) : <Skeleton active />
}

function ProfileForm({ me, etag }: { me: Me; etag: string }) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const { form, busy, problem, submit } = useProblemForm<Profile>(async body => {
    await api.PUT('/api/v1/me', { params: { header: { 'If-Match': etag } }, body })
    await queries.invalidateQueries({ queryKey: ['me'] })
    void message.success(t('account.saved'))
  })
  const email = Form.useWatch('email', form)
  const moves = email !== undefined && email.trim().toLowerCase() !== me.email.toLowerCase()
  return (
    <Form<Profile> form={form} name="profile" layout="vertical" className="account-form" requiredMark={false} initialValues={{ displayName: me.displayName, email: me.email }} onFinish={values => void submit(values)}>
      <Form.Item name="displayName" label={t('account.name')} rules={[{ required: true, whitespace: true, message: t('account.nameMissing') }]}>
        <Input autoComplete="name" maxLength={100} />
      </Form.Item>
      <Form.Item name="email" label={t('signIn.email')} rules={[{ required: true, whitespace: true, message: t('signIn.emailMissing') }]}>
        <Input type="email" autoComplete="email" />
      </Form.Item>
      {moves ? (
        <Form.Item name="password" label={t('account.currentPassword')} extra={t('account.emailNeedsPassword')} rules={[{ required: true, message: t('signIn.passwordMissing') }]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
      ) : null}
      {problem ? <Trouble problem={problem} /> : null}
      <Button type="primary" htmlType="submit" loading={busy}>{t('account.save')}</Button>
    </Form>
  )
}

function Belongs({ me }: { me: Me }) {
  const { t } = useI18n()
  return (
    <Facts
      items={[
        [t('account.organisation'), me.organisation?.name ?? t('account.noOrganisation')],
        [t('account.roles'), me.roles.map(role => t(`role.${role}` as TextKey)).join(t('list.comma'))],
        [t('account.approver'), me.approver ? t('account.approverText') : null],
      ]}
    />
  )
}
