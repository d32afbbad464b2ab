import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Switch } from 'antd'
import { api, bodyOf, type Me } from '../../api/client'
import { useSession } from '../../app/session'
import { useI18n } from '../../i18n'
import { useProblemText } from '../../shared/problemText'
import { Panel } from './Sections'

/** Out of automated matching, and back. */
export function ObjectionPanel() {
  const { t } = useI18n()
  const { me } = useSession()
  const { message } = App.useApp()
  const problemText = useProblemText()
  const queries = useQueryClient()
  const objecting = useMutation({
    mutationFn: (objects: boolean) => bodyOf(api.POST('/api/v1/me/matching-objection', { body: { objects } })),
    onSuccess: answer => {
      queries.setQueryData<Me>(['me'], now => now && { ...now, matchingObjected: answer.objects })
      void message.success(t(answer.objects ? 'account.objected' : 'account.objectionTaken', { listings: answer.listings, needs: answer.needs }))
    },
    onError: problem => void message.error(problemText(problem)),
    onSettled: () => queries.invalidateQueries({ queryKey: ['me'], exact: true }),
  })
  const matched = !(objecting.isPending ? objecting.variables : me?.matchingObjected)
  return (
    <Panel title={t('account.objection')} text={t('account.objectionText')}>
      <label className="account-switch">
        <Switch checked={matched} loading={objecting.isPending} onChange={wanted => objecting.mutate(!wanted)} />
        <span>{t('account.objectionLabel')}</span>
      </label>
    </Panel>
  )
}
