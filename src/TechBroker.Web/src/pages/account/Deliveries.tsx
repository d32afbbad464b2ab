import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query'
import { App, Button, Segmented, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import type { Page, Schema } from '../../api/client'
import { useI18n, type TextKey } from '../../i18n'
import { LoadMore } from '../../shared/LoadMore'
import { useProblemText } from '../../shared/problemText'
import { Trouble } from '../../shared/Trouble'
import { useCursorPages } from '../../shared/useCursorPages'
import { kindText } from './kinds'
import { Well } from './Well'

type Delivery = Schema['DeliveryBody']

const states: Record<string, { text: TextKey; colour: string }> = {
  waiting: { text: 'operations.waiting', colour: 'processing' },
  done: { text: 'operations.done', colour: 'success' },
  failed: { text: 'operations.failed', colour: 'error' },
  dropped: { text: 'operations.dropped', colour: 'default' },
}

const channels: Record<string, TextKey> = { mail: 'operations.mail', webhook: 'operations.webhook', robot: 'operations.robot' }

/** What was sent outside, what waits and what failed; each can be sent again. */
export function Deliveries(props: {
  queryKey: QueryKey
  first?: string
  empty: string
  read: (query: { state?: string; limit: string; cursor?: string }, signal: AbortSignal) => Promise<Page<Delivery>>
  again: (id: string) => Promise<Delivery>
}) {
  const { t } = useI18n()
  const [state, setState] = useState(props.first ?? 'all')
  const pages = useCursorPages({
    queryKey: [...props.queryKey, state],
    page: (cursor, signal) => props.read({ state: state === 'all' ? undefined : state, limit: '20', cursor }, signal),
  })
  return (
    <>
      <div>
        <Segmented
          aria-label={t('operations.state')}
          value={state}
          options={[{ value: 'all', label: t('operations.all') }, ...Object.entries(states).map(([value, { text }]) => ({ value, label: t(text) }))]}
          onChange={setState}
        />
      </div>
      {pages.error ? <Trouble problem={pages.error} retry={pages.retry} /> : null}
      {pages.isPending && !pages.error ? <Skeleton active title={false} /> : null}
      {!pages.isPending && !pages.error && pages.items.length === 0 ? <Well text={state === 'failed' ? t('operations.noneFailed') : props.empty} /> : null}
      {pages.items.length > 0 ? (
        <ul className={pages.isStale ? 'account-list results-stale' : 'account-list'}>
          {pages.items.map(delivery => <Line key={delivery.id} delivery={delivery} queryKey={props.queryKey} again={props.again} />)}
        </ul>
      ) : null}
      <LoadMore pages={pages} />
    </>
  )
}

function Line({ delivery, queryKey, again }: { delivery: Delivery; queryKey: QueryKey; again: (id: string) => Promise<Delivery> }) {
  const { t, time, ago } = useI18n()
  const { message } = App.useApp()
  const problemText = useProblemText()
  const queries = useQueryClient()
  const sending = useMutation({
    mutationFn: () => again(delivery.id),
    onSuccess: () => void message.success(t('operations.sentAgain')),
    onError: problem => void message.error(problemText(problem)),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  })
  const [state, kind, channel] = [states[delivery.state], kindText(delivery.kind), channels[delivery.channel]]
  return (
    <li>
      <div>
        <p>
          <Tag color={state?.colour}>{state ? t(state.text) : delivery.state}</Tag>
          <strong>{kind ? t(kind) : delivery.kind}</strong>
          <span className="quiet">{channel ? t(channel) : delivery.channel}{delivery.robot ? ` ${delivery.robot}` : ''}</span>
        </p>
        <p className="quiet">
          <span title={time(delivery.createdAt)}>{ago(delivery.createdAt)}</span>
          <span>{t('operations.attempts', { n: delivery.attempts })}</span>
          {delivery.nextAttemptAt && delivery.state === 'waiting' ? <span>{t('operations.next', { when: time(delivery.nextAttemptAt) })}</span> : null}
          {delivery.lastFault ? <span>{t('operations.fault', { code: delivery.lastFault })}</span> : null}
        </p>
      </div>
      {delivery.state === 'waiting' ? null : <Button size="small" loading={sending.isPending} onClick={() => sending.mutate()}>{t('operations.again')}</Button>}
    </li>
  )
}
