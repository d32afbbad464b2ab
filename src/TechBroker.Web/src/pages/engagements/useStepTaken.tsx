import { useQueryClient, type InfiniteData } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useCallback } from 'react'
import type { Page } from '../../api/client'
import { useI18n, type TextKey } from '../../i18n'
import { placed } from './board/lists'
import type { Engagement, EngagementFilter } from './queries'
import { stateText } from './states'
import { stepsFor, type StepKey } from './steps'
import { useViewer } from './viewer'

/** After a step: what is on the screen changes at once, is then read anew, and a message says what happened. */
export function useStepTaken(reopen?: (engagement: Engagement) => void) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const me = useViewer()
  const queries = useQueryClient()
  return useCallback((step: StepKey, changed: Engagement) => {
    queries.setQueryData(['engagements', changed.id], changed)
    for (const [key, data] of queries.getQueriesData<InfiniteData<Page<Engagement>, string | undefined>>({ queryKey: ['engagements', 'list'] })) {
      if (data) {
        queries.setQueryData(key, placed(data, (key[2] as EngagementFilter).state, changed))
      }
    }
    void queries.invalidateQueries({ queryKey: ['engagements'] })

    const text = t(`engagement.done.${step}` as TextKey, { state: t(stateText(changed.state)) })
    const undo = stepsFor(changed, me, '').includes('reopen') ? reopen : undefined
    const id = `step-${changed.id}`
    void message.success({
      key: id,
      duration: undo ? 8 : 4,
      content: undo ? (
        <span>{text} <Button type="link" size="small" onClick={() => { message.destroy(id); undo(changed) }}>{t('engagement.step.reopen')}</Button></span>
      ) : text,
    })
  }, [queries, message, t, me, reopen])
}
