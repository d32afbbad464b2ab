import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input } from 'antd'
import { useRef } from 'react'
import { api, bodyOf, ifMatch, type Schema } from '../../api/client'
import { useI18n } from '../../i18n'
import { DayPicker } from '../../shared/fields/DayPicker'
import { useProblemText } from '../../shared/problemText'
import { Trouble } from '../../shared/Trouble'
import { useProblemForm } from '../../shared/useProblemForm'
import { firstReleaseQuery } from './queries'

type Release = Schema['FirstReleaseBody']
type Fields = Schema['PutFirstReleaseBody']

const longest = { zh: 60, en: 140 }

/** The line about it and its first day; saving puts it into the showcase, or back into it. */
export function ReleaseForm({ release }: { release: Release }) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const problemText = useProblemText()
  const queries = useQueryClient()
  const id = release.listingId
  const stands = Boolean(release.since) && !release.endedOn

  // What is typed stays, whoever changes it meanwhile; then the API says so when it is saved.
  const revision = useRef(release.revision)

  const keep = (next: Release) => {
    revision.current = next.revision
    form.setFieldValue('since', next.endedOn ? null : next.since)
    queries.setQueryData(firstReleaseQuery(id).queryKey, next)
    void queries.invalidateQueries({ queryKey: ['listings', 'showcase'] })
  }
  const put = (body: Fields, revision: number) =>
    bodyOf(api.PUT('/api/v1/listings/{id}/first-release', { params: { path: { id }, header: { 'If-Match': ifMatch(revision) } }, body }))

  const { form, busy, problem, submit } = useProblemForm<Fields>(async fields => {
    keep(await put(fields, revision.current))
    void message.success(t(stands ? 'release.saved' : 'release.begun'))
  })

  const end = async () => {
    try {
      const ended = await bodyOf(api.DELETE('/api/v1/listings/{id}/first-release', { params: { path: { id } } }))
      keep(ended)
      const undo = async () => {
        message.destroy('ended')
        keep(await put({ pitchZh: release.pitchZh, pitchEn: release.pitchEn, since: release.since }, ended.revision))
      }
      void message.success({
        key: 'ended',
        duration: 8,
        content: <>{t('release.ended')} <Button type="link" size="small" onClick={() => undo().catch(error => message.error(problemText(error)))}>{t('release.undo')}</Button></>,
      })
    } catch (error) {
      void message.error(problemText(error))
    }
  }

  return (
    <Form
      form={form}
      layout="vertical"
      onFinish={submit}
      disabled={busy}
      initialValues={{ pitchZh: release.pitchZh ?? '', pitchEn: release.pitchEn ?? '', since: stands ? release.since : null }}
    >
      <Form.Item name="pitchZh" label={t('release.pitchZh')} extra={t('release.pitchHint')}>
        <Input maxLength={longest.zh} showCount placeholder={t('release.pitchZhExample')} lang="zh-CN" />
      </Form.Item>
      <Form.Item name="pitchEn" label={t('release.pitchEn')}>
        <Input maxLength={longest.en} showCount placeholder={t('release.pitchEnExample')} lang="en" />
      </Form.Item>
      <Form.Item name="since" label={t('release.since')} extra={t('release.sinceHint')}>
        <DayPicker />
      </Form.Item>
      {problem ? <Trouble problem={problem} /> : null}
      <div className="row">
        <Button type="primary" htmlType="submit" loading={busy}>{t(stands ? 'release.save' : release.endedOn ? 'release.renew' : 'release.begin')}</Button>
        {stands ? <Button onClick={() => void end()}>{t('release.end')}</Button> : null}
      </div>
    </Form>
  )
}
