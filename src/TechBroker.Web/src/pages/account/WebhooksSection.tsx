import { useQueryClient } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { api, bodyOf } from '../../api/client'
import { useSession } from '../../app/session'
import { useI18n } from '../../i18n'
import { LoadMore } from '../../shared/LoadMore'
import { Nothing } from '../../shared/Nothing'
import { Trouble } from '../../shared/Trouble'
import { useCursorPages } from '../../shared/useCursorPages'
import { useTitle } from '../../shared/useTitle'
import { OnceShown } from './OnceShown'
import { Panel } from './Sections'
import { WebhookForm } from './WebhookForm'
import { WebhookLine } from './WebhookLine'

/** Addresses of the organisation's own programs, or of the centre's, that are called when something happens. */
export function Component() {
  const { t } = useI18n()
  const { me, has } = useSession()
  const queries = useQueryClient()
  const [adding, setAdding] = useState(false)
  const [secret, setSecret] = useState<string>()
  useTitle(t('settings.webhooks'))
  const centre = has('organiser', 'admin')
  const pages = useCursorPages({
    queryKey: ['webhooks', 'list'],
    page: (cursor, signal) => bodyOf(api.GET('/api/v1/webhooks', { params: { query: { limit: '50', cursor } }, signal })),
  })
  const show = (made: string) => {
    setAdding(false)
    setSecret(made)
    void queries.invalidateQueries({ queryKey: ['webhooks'] })
  }
  if (!centre && !me?.organisation) {
    return <Panel title={t('settings.webhooks')}><Nothing text={t('settings.webhookNoOrganisation')} /></Panel>
  }
  const add = <Button type="primary" onClick={() => setAdding(true)}>{t('settings.webhookAdd')}</Button>
  return (
    <Panel title={t('settings.webhooks')} text={t(centre ? 'settings.webhooksTextCentre' : 'settings.webhooksText')} extra={!adding && pages.items.length > 0 ? add : null}>
      {secret ? <OnceShown secret={secret} title={t('settings.webhookMade')} text={t('settings.webhookOnce')} label={t('settings.secret')} done={() => setSecret(undefined)} /> : null}
      {adding ? <WebhookForm done={show} cancel={() => setAdding(false)} centre={centre} /> : null}
      {pages.error ? <Trouble problem={pages.error} retry={pages.retry} /> : null}
      {pages.isPending && !pages.error ? <Skeleton active title={false} /> : null}
      {!pages.isPending && !pages.error && pages.items.length === 0 && !adding ? <Nothing text={t('settings.webhooksNone')}>{add}</Nothing> : null}
      {pages.items.length > 0 ? <ul className="account-list">{pages.items.map(webhook => <WebhookLine key={webhook.id} webhook={webhook} centre={centre} />)}</ul> : null}
      <LoadMore pages={pages} />
    </Panel>
  )
}
