import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Skeleton, Tag } from 'antd'
import { api, bodyOf, type Schema } from '../../api/client'
import { useI18n } from '../../i18n'
import { LoadMore } from '../../shared/LoadMore'
import { useProblemText } from '../../shared/problemText'
import { Trouble } from '../../shared/Trouble'
import { useCursorPages } from '../../shared/useCursorPages'
import { Panel } from './Sections'
import { Well } from './Well'

const key = ['parked-messages']

/** Messages that failed again and again, and wait for somebody who has mended the cause. */
export function ParkedPanel() {
  const { t } = useI18n()
  const pages = useCursorPages({
    queryKey: key,
    page: (cursor, signal) => bodyOf(api.GET('/api/v1/parked-messages', { params: { query: { limit: '20', cursor } }, signal })),
  })
  return (
    <Panel title={t('operations.parked')} text={t('operations.parkedText')}>
      {pages.error ? <Trouble problem={pages.error} retry={pages.retry} /> : null}
      {pages.isPending && !pages.error ? <Skeleton active title={false} /> : null}
      {!pages.isPending && !pages.error && pages.items.length === 0 ? <Well text={t('operations.parkedNone')} /> : null}
      {pages.items.length > 0 ? <ul className="account-list">{pages.items.map(message => <Line key={message.id} parked={message} />)}</ul> : null}
      <LoadMore pages={pages} />
    </Panel>
  )
}

function Line({ parked }: { parked: Schema['ParkedMessageBody'] }) {
  const { t, time, ago } = useI18n()
  const { message } = App.useApp()
  const problemText = useProblemText()
  const queries = useQueryClient()
  const replaying = useMutation({
    mutationFn: () => api.POST('/api/v1/parked-messages/{id}/replay', { params: { path: { id: parked.id } } }),
    onSuccess: () => void message.success(t('operations.replayed')),
    onError: problem => void message.error(problemText(problem)),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  })
  return (
    <li>
      <div>
        <p><strong>{parked.type}</strong><span className="quiet">{parked.consumer}</span>{parked.replayedAt ? <Tag color="processing">{t('operations.replayedAt', { when: time(parked.replayedAt) })}</Tag> : null}</p>
        <p>{parked.reason}</p>
        <p className="quiet" title={time(parked.parkedAt)}>{ago(parked.parkedAt)}</p>
      </div>
      <Button loading={replaying.isPending} onClick={() => replaying.mutate()}>{t('operations.replay')}</Button>
    </li>
  )
}
