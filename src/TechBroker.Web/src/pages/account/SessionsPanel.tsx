import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Popconfirm, Skeleton, Tag } from 'antd'
import { api, bodyOf, type Schema } from '../../api/client'
import { useI18n, type TextKey } from '../../i18n'
import { useProblemText } from '../../shared/problemText'
import { Trouble } from '../../shared/Trouble'
import { Panel } from './Sections'
import { deviceOf } from './userAgent'

const key = ['me', 'sessions']

/** Where the account is signed in; whoever sees a stranger there ends it. */
export function SessionsPanel() {
  const { t } = useI18n()
  const { message } = App.useApp()
  const problemText = useProblemText()
  const queries = useQueryClient()
  const { data, error, refetch } = useQuery({ queryKey: key, queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/me/sessions', { signal })) })
  const ending = useMutation({
    mutationFn: (id: string | null) => id
      ? api.DELETE('/api/v1/me/sessions/{id}', { params: { path: { id } } }).then(() => undefined)
      : api.DELETE('/api/v1/me/sessions').then(() => undefined),
    onSuccess: () => void message.success(t('account.sessionEnded')),
    onError: problem => void message.error(problemText(problem)),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  })
  const others = data?.items.some(session => !session.current)
  return (
    <Panel
      title={t('account.sessions')}
      text={t('account.sessionsText')}
      extra={others ? (
        <Popconfirm title={t('account.endOthersSure')} okText={t('account.endOthers')} okButtonProps={{ danger: true }} onConfirm={() => ending.mutate(null)}>
          <Button loading={ending.isPending && ending.variables === null}>{t('account.endOthers')}</Button>
        </Popconfirm>
      ) : null}
    >
      {error ? <Trouble problem={error} retry={() => void refetch()} /> : null}
      {data ? (
        <ul className="account-list">
          {data.items.map(session => (
            <SessionLine key={session.id} session={session} busy={ending.isPending && ending.variables === session.id} end={() => ending.mutate(session.id)} />
          ))}
        </ul>
      ) : error ? null : <Skeleton active title={false} />}
    </Panel>
  )
}

function SessionLine({ session, busy, end }: { session: Schema['SessionBody']; busy: boolean; end: () => void }) {
  const { t, ago, time } = useI18n()
  const name = useDeviceName(session)
  return (
    <li>
      <div>
        <p>
          <strong>{name}</strong>
          {session.current ? <Tag color="success">{t('account.thisOne')}</Tag> : null}
        </p>
        <p className="quiet">
          <span title={time(session.lastSeenAt)}>{t('account.lastSeen', { when: ago(session.lastSeenAt) })}</span>
          <span>{t('account.since', { when: time(session.createdAt) })}</span>
          {session.address ? <span>{t('account.from', { address: session.address })}</span> : null}
        </p>
      </div>
      {session.current ? null : <Button loading={busy} onClick={end} aria-label={t('account.endOf', { name: name })}>{t('account.end')}</Button>}
    </li>
  )
}

/** Windows 上的 Chrome · Chrome on Windows */
function useDeviceName({ kind, userAgent }: Schema['SessionBody']) {
  const { t } = useI18n()
  const { browser, system, program } = deviceOf(userAgent)
  if (kind === 'program' || program) {
    return program ? t('account.programNamed', { name: program }) : t('account.program')
  }
  const known = t(browser ? `account.browser.${browser}` as TextKey : 'account.unknownBrowser')
  return system ? t('account.browserOn', { browser: known, system: t(`account.system.${system}` as TextKey) }) : known
}
