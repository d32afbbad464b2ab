import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Popconfirm, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import { api, bodyOf, type Schema } from '../../api/client'
import { useI18n } from '../../i18n'
import { Nothing } from '../../shared/Nothing'
import { useProblemText } from '../../shared/problemText'
import { Trouble } from '../../shared/Trouble'
import { useTitle } from '../../shared/useTitle'
import { KeyForm } from './KeyForm'
import { OnceShown } from './OnceShown'
import { Panel } from './Sections'

const key = ['me', 'api-keys']

export function Component() {
  const { t } = useI18n()
  const queries = useQueryClient()
  const [making, setMaking] = useState(false)
  const [made, setMade] = useState<string>()
  useTitle(t('account.keys'))
  const { data, error, refetch } = useQuery({ queryKey: key, queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/me/api-keys', { signal })) })

  const show = (secret: string) => {
    setMaking(false)
    setMade(secret)
    void queries.invalidateQueries({ queryKey: key })
  }
  const add = <Button type="primary" onClick={() => setMaking(true)}>{t('account.keyMake')}</Button>
  return (
    <Panel title={t('account.keys')} text={t('account.keysText')} extra={!making && data && data.items.length > 0 ? add : null}>
      {made ? <OnceShown secret={made} title={t('account.keyMade')} text={t('account.keyOnce')} label={t('account.key')} done={() => setMade(undefined)} /> : null}
      {making ? <KeyForm done={show} cancel={() => setMaking(false)} /> : null}
      {error ? <Trouble problem={error} retry={() => void refetch()} /> : null}
      {!data && !error ? <Skeleton active title={false} /> : null}
      {data?.items.length === 0 && !making ? <Nothing text={t('account.keysNone')}>{add}</Nothing> : null}
      {data && data.items.length > 0 ? <ul className="account-list">{data.items.map(item => <KeyLine key={item.id} item={item} />)}</ul> : null}
    </Panel>
  )
}

function KeyLine({ item }: { item: Schema['ApiKeyBody'] }) {
  const { t, ago, day } = useI18n()
  const { message } = App.useApp()
  const problemText = useProblemText()
  const queries = useQueryClient()
  const revoking = useMutation({
    mutationFn: () => api.DELETE('/api/v1/me/api-keys/{id}', { params: { path: { id: item.id } } }),
    onSuccess: () => void message.success(t('account.keyRevoked', { name: item.name })),
    onError: problem => void message.error(problemText(problem)),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  })
  return (
    <li>
      <div>
        <p>
          <strong>{item.name}</strong>
          <Tag color={item.scope === 'write' ? 'warning' : 'default'}>{t(item.scope === 'write' ? 'account.scopeWrite' : 'account.scopeRead')}</Tag>
        </p>
        <p className="quiet">
          <span>{t('account.keyUntil', { day: day(item.expiresAt) })}</span>
          <span>{item.lastUsedAt ? t('account.keyUsed', { when: ago(item.lastUsedAt) }) : t('account.keyUnused')}</span>
          <span>{t('account.keySince', { day: day(item.createdAt) })}</span>
        </p>
      </div>
      <Popconfirm title={t('account.revokeSure')} okText={t('account.revoke')} okButtonProps={{ danger: true }} onConfirm={() => revoking.mutate()}>
        <Button danger loading={revoking.isPending} aria-label={t('account.revokeOf', { name: item.name })}>{t('account.revoke')}</Button>
      </Popconfirm>
    </li>
  )
}
