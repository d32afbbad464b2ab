import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Popconfirm, Tag } from 'antd'
import { useState } from 'react'
import { api, bodyOf, type Schema } from '../../api/client'
import { useI18n } from '../../i18n'
import { useProblemText } from '../../shared/problemText'
import { Deliveries } from './Deliveries'
import { kindGroups, kindText } from './kinds'

const kindsInAll = kindGroups.flatMap(group => group.kinds).length

/** A webhook with what it was sent below it. */
export function WebhookLine({ webhook, centre }: { webhook: Schema['WebhookBody']; centre: boolean }) {
  const { t, day } = useI18n()
  const { message } = App.useApp()
  const problemText = useProblemText()
  const queries = useQueryClient()
  const [open, setOpen] = useState(false)
  const deleting = useMutation({
    mutationFn: () => api.DELETE('/api/v1/webhooks/{id}', { params: { path: { id: webhook.id } } }),
    onSuccess: () => void message.success(t('settings.webhookDeleted')),
    onError: problem => void message.error(problemText(problem)),
    onSettled: () => queries.invalidateQueries({ queryKey: ['webhooks'] }),
  })
  return (
    <li>
      <div>
        <p>
          <strong>{webhook.url}</strong>
          {webhook.disabledAt ? <Tag color="error">{t(webhook.disabledFor === 'gone' ? 'settings.webhookGone' : 'settings.webhookFailing')}</Tag> : <Tag color="success">{t('account.on')}</Tag>}
          {centre ? <Tag>{t(webhook.organisationId ? 'settings.webhookOfOne' : 'settings.webhookOfCentre')}</Tag> : null}
        </p>
        <p className="quiet"><span>{useKindsText(webhook.kinds)}</span><span>{t('account.keySince', { day: day(webhook.createdAt) })}</span></p>
      </div>
      <div className="row">
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>{t(open ? 'settings.deliveriesHide' : 'settings.deliveries')}</Button>
        <Popconfirm title={t('settings.webhookDeleteSure')} okText={t('settings.webhookDelete')} okButtonProps={{ danger: true }} onConfirm={() => deleting.mutate()}>
          <Button danger loading={deleting.isPending} aria-label={t('settings.webhookDeleteOf', { url: webhook.url })}>{t('settings.webhookDelete')}</Button>
        </Popconfirm>
      </div>
      {open ? (
        <div className="account-below">
          <Deliveries
            queryKey={['webhooks', webhook.id, 'deliveries']}
            empty={t('settings.deliveriesNone')}
            read={(query, signal) => bodyOf(api.GET('/api/v1/webhooks/{id}/deliveries', { params: { path: { id: webhook.id }, query }, signal }))}
            again={deliveryId => bodyOf(api.POST('/api/v1/webhooks/{id}/deliveries/{deliveryId}/redeliver', { params: { path: { id: webhook.id, deliveryId } } }))}
          />
        </div>
      ) : null}
    </li>
  )
}

function useKindsText(kinds: string[]) {
  const { t } = useI18n()
  if (kinds.length >= kindsInAll) {
    return t('settings.allKinds')
  }
  const names = kinds.slice(0, 3).map(code => {
    const text = kindText(code)
    return text ? t(text) : code
  })
  return t(kinds.length > names.length ? 'settings.kindsMore' : 'settings.kindsThese', { names: names.join(t('list.comma')), n: kinds.length })
}
