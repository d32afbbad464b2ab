import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Radio, Skeleton } from 'antd'
import { api, bodyOf, ifMatch, type Schema } from '../../api/client'
import { useSession } from '../../app/session'
import { useI18n } from '../../i18n'
import { Trouble } from '../../shared/Trouble'
import { useProblemForm } from '../../shared/useProblemForm'
import { useTitle } from '../../shared/useTitle'
import { KindPicker } from './KindPicker'
import { kindsFor, kindsToKeep } from './kinds'
import { Panel } from './Sections'

const key = ['me', 'notice-settings']

interface Settings {
  mail: string
  language?: string
  mailKinds?: string[]
}

export function Component() {
  const { t } = useI18n()
  useTitle(t('work.settings'))
  const { data, error, refetch } = useQuery({ queryKey: key, queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/me/notice-settings', { signal })) })
  return (
    <Panel title={t('settings.mail')} text={t('settings.mailText')}>
      {data ? <SettingsForm settings={data} /> : error ? <Trouble problem={error} retry={() => void refetch()} /> : <Skeleton active title={false} />}
    </Panel>
  )
}

function SettingsForm({ settings }: { settings: Schema['NoticeSettingsBody'] }) {
  const { t } = useI18n()
  const { has } = useSession()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const centre = has('manager', 'organiser', 'admin')
  const offered = kindsFor(centre).flatMap(group => group.kinds.map(([code]) => code))
  const { form, busy, problem, submit } = useProblemForm<Settings>(async ({ language, mail, mailKinds }) => {
    // Whoever wants no mails is not asked for the rest, which stays as it was. There is no revision: who saves last is right.
    const body = { mail, language: language ?? settings.language, mailKinds: mailKinds ? kindsToKeep(mailKinds, offered) : settings.mailKinds }
    const saved = await bodyOf(api.PUT('/api/v1/me/notice-settings', { params: { header: { 'If-Match': ifMatch(0) } }, body }))
    queries.setQueryData(key, saved)
    void message.success(t('account.saved'))
  })
  const mails = Form.useWatch('mail', form) !== 'none'
  const initial = { language: settings.language ?? 'zh', mail: settings.mail ?? 'each', mailKinds: settings.mailKinds ?? offered }
  return (
    <Form<Settings> form={form} name="notice-settings" layout="vertical" requiredMark={false} initialValues={initial} onFinish={values => void submit(values)}>
      <Form.Item name="mail" label={t('settings.when')}>
        <Radio.Group
          vertical
          options={[
            { value: 'each', label: t('settings.each') },
            { value: 'daily', label: t('settings.daily') },
            { value: 'none', label: t('settings.none') },
          ]}
        />
      </Form.Item>
      {mails ? (
        <>
          <Form.Item name="language" label={t('settings.language')}>
            <Radio.Group options={[{ value: 'zh', label: '中文' }, { value: 'en', label: 'English' }]} />
          </Form.Item>
          <Form.Item name="mailKinds" label={t('settings.kinds')}>
            <KindPicker centre={centre} />
          </Form.Item>
        </>
      ) : null}
      {problem ? <Trouble problem={problem} /> : null}
      <Button type="primary" htmlType="submit" loading={busy}>{t('account.save')}</Button>
    </Form>
  )
}
