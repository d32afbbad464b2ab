import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Dropdown } from 'antd'
import { api } from '../../../api/client'
import { useI18n } from '../../../i18n'
import { useProblemText } from '../../../shared/problemText'
import { left, type Engagement } from './day'
import { PairRow, Why } from './Pair'

const passReasons = ['capacity', 'expertise', 'region', 'conflict'] as const

/** Given to me by the program: taken on or passed on with one press. */
export function Dispatched({ engagement, now }: { engagement: Engagement; now: number }) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const problemText = useProblemText()
  const settled = {
    onError: (problem: unknown) => void message.error(problemText(problem)),
    onSettled: () => Promise.all([queries.invalidateQueries({ queryKey: ['engagements'] }), queries.invalidateQueries({ queryKey: ['managers'] })]),
  }
  const params = { path: { id: engagement.id } }
  const accept = useMutation({
    mutationFn: () => api.POST('/api/v1/engagements/{id}/accept', { params }),
    onSuccess: () => void message.success(t('day.accepted')),
    ...settled,
  })
  const pass = useMutation({
    mutationFn: (reason: string) => api.POST('/api/v1/engagements/{id}/pass', { params, body: { reason } }),
    onSuccess: () => void message.success(t('day.passed')),
    ...settled,
  })
  const rest = left(engagement.acceptBy!, now)
  return (
    <PairRow
      engagement={engagement}
      action={(
        <>
          <Button type="primary" loading={accept.isPending} disabled={pass.isPending} onClick={() => accept.mutate()}>{t('day.accept')}</Button>
          <Dropdown
            trigger={['click']}
            menu={{ items: passReasons.map(key => ({ key, label: t(`engagement.pass.${key}`) })), onClick: ({ key }) => pass.mutate(key) }}
          >
            <Button loading={pass.isPending} disabled={accept.isPending}>{t('day.pass')}</Button>
          </Dropdown>
        </>
      )}
    >
      <Why engagement={engagement} />
      <p className={rest && rest.hours >= 4 ? 'quiet' : 'manager-urgent'}>
        {!rest ? t('day.lapsed') : rest.hours > 0 ? t('day.leftHours', rest) : t('day.leftMinutes', rest)}
      </p>
    </PairRow>
  )
}
