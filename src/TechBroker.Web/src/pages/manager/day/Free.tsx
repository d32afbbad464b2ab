import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useNavigate } from 'react-router'
import { api } from '../../../api/client'
import { useI18n } from '../../../i18n'
import { useProblemText } from '../../../shared/problemText'
import type { Engagement } from './day'
import { PairRow, Why } from './Pair'

/** Found by the program or asked for by a side, and run by nobody yet. */
export function Free({ engagement, me }: { engagement: Engagement; me: string }) {
  const { t, ago } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const problemText = useProblemText()
  const take = useMutation({
    // Whoever hands what nobody runs to themselves takes it up.
    mutationFn: () => api.POST('/api/v1/engagements/{id}/hand-over', { params: { path: { id: engagement.id } }, body: { managerId: me } }),
    onSuccess: () => {
      message.success(t('day.taken'))
      return navigate(`/work/engagements/${engagement.id}`)
    },
    onError: problem => void message.error(problemText(problem)),
    onSettled: () => queries.invalidateQueries({ queryKey: ['engagements'] }),
  })
  return (
    <PairRow engagement={engagement} action={<Button loading={take.isPending} onClick={() => take.mutate()}>{t('day.take')}</Button>}>
      <Why engagement={engagement} />
      <p className="quiet">{engagement.proposedBySystem ? t('day.bySystem') : t('day.bySide')} · {ago(engagement.createdAt)}</p>
    </PairRow>
  )
}
