import { Alert, App, Button, Form, Input, Radio } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useSession } from '../../../app/session'
import { useI18n } from '../../../i18n'
import { RegionPicker } from '../../../shared/fields/RegionPicker'
import { recall, remember } from '../../../shared/remember'
import { useTitle } from '../../../shared/useTitle'
import { draftsOf } from '../../forms/localDraft'
import { mended, newEntry, type Entry } from '../outbox/entry'
import { send } from '../outbox/sender'
import { useOutbox } from '../outbox/useOutbox'
import '../manager.css'
import { ListingPick } from './ListingPick'
import { formOf, isOneParty, noteOf, type LogForm } from './logForm'
import { OutboxList } from './OutboxList'
import { useOnline } from './useOnline'
import { useOrganisations, WhoPick } from './WhoPick'

/** /work/log: a match on the floor, with one thumb, with a network or without. */
export function Component() {
  const { me } = useSession()
  return me ? <LogPage account={me.id} /> : null
}

function LogPage({ account }: { account: string }) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const [form] = Form.useForm<LogForm>()
  const [edited, setEdited] = useState<Entry>()
  const { outbox } = useOutbox(account)
  const organisations = useOrganisations(Form.useWatch('who', form))
  const online = useOnline()
  const more = useRef<HTMLDetailsElement>(null)
  const draft = `${draftsOf(account)}log`
  useTitle(t('work.log'))

  // What was typed survives a reload, a call that comes in, a phone that puts the page to sleep.
  useEffect(() => form.setFieldsValue(formOf(recall(draft))), [form, draft])

  const clear = () => {
    remember(draft, null)
    setEdited(undefined)
    form.resetFields()
  }

  const finish = (values: LogForm) => {
    const note = noteOf(values, organisations)
    const words = { logged: t('log.remark'), who: t('log.remarkWho') }
    const kept = outbox.put(edited ? mended(edited, note, words) : newEntry(account, note, words))
    clear()
    void send(account)
    if (!kept) {
      message.warning(t('log.notKept'), 10)
    } else if (online) {
      message.success(t('log.saved'))
    } else {
      message.info(t('log.savedOffline'))
    }
    scrollTo({ top: 0 })
  }

  const edit = (entry: Entry) => {
    setEdited(entry)
    form.setFieldsValue(formOf(entry))
    scrollTo({ top: 0 })
  }

  const needIsPosted = Boolean(edited?.needId)
  return (
    <div className="page manager-log">
      <div className="page-head">
        <h1>{t('work.log')}</h1>
        {online ? <p>{t('log.text')}</p> : <Alert type="warning" showIcon title={t('log.offline')} />}
      </div>
      <Form<LogForm>
        form={form}
        className="panel"
        layout="vertical"
        requiredMark={false}
        initialValues={{ visibility: 'blind' }}
        scrollToFirstError={{ block: 'center', focus: true }}
        onFinish={finish}
        onFinishFailed={({ errorFields }) => errorFields.some(({ name }) => name[0] === 'who') && more.current?.setAttribute('open', '')}
        onValuesChange={(_, all) => (edited ? undefined : remember(draft, JSON.stringify(all)))}
      >
        <Form.Item name="listing" label={t('log.listing')} rules={[{ required: true, message: t('log.listingMissing') }]}>
          <ListingPick />
        </Form.Item>
        <Form.Item name="text" label={t('log.need')} rules={[{ required: true, whitespace: true, message: t('log.needMissing') }]} extra={needIsPosted ? t('log.needPosted') : undefined}>
          <Input.TextArea size="large" rows={3} maxLength={2000} placeholder={t('log.needHint')} disabled={needIsPosted} />
        </Form.Item>
        <Form.Item name="visibility" label={t('log.visibility')}>
          <Radio.Group
            optionType="button"
            block
            disabled={needIsPosted}
            options={(['blind', 'private', 'open'] as const).map(value => ({ value, label: t(`log.visibility.${value}`) }))}
          />
        </Form.Item>
        <Form.Item noStyle dependencies={['visibility']}>
          {({ getFieldValue }) => <p className="quiet manager-hint">{t(`log.visibilityText.${getFieldValue('visibility') as LogForm['visibility']}`)}</p>}
        </Form.Item>
        <details className="manager-more" ref={more}>
          <summary>{t('log.more')}</summary>
          <Form.Item
            name="who"
            label={t('log.who')}
            extra={t('log.whoText')}
            dependencies={['listing']}
            rules={[{ validator: () => (isOneParty(form.getFieldsValue(), organisations) ? Promise.reject(new Error(t('log.oneParty'))) : Promise.resolve()) }]}
          >
            <WhoPick disabled={needIsPosted} />
          </Form.Item>
          <Form.Item name="regionCode" label={t('log.region')}><RegionPicker /></Form.Item>
        </details>
        <div className="manager-submit">
          <Button type="primary" size="large" block htmlType="submit">{edited ? t('log.again') : t('log.done')}</Button>
          {edited ? <Button size="large" onClick={clear}>{t('log.cancelEdit')}</Button> : null}
        </div>
      </Form>
      <OutboxList account={account} online={online} onEdit={edit} />
    </div>
  )
}
