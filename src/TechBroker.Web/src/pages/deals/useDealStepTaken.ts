import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useCallback } from 'react'
import { useI18n } from '../../i18n'
import type { DealStepKey } from './dealSteps'
import type { Deal } from './queries'

/** After a step: the page changes at once, what depends on it is read anew, and a message says what happened. */
export function useDealStepTaken() {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  return useCallback((step: DealStepKey | 'reversePayment', changed: Deal) => {
    queries.setQueryData(['deals', changed.id], changed)
    void queries.invalidateQueries({ queryKey: ['deals'] })
    if (changed.engagementId) {
      void queries.invalidateQueries({ queryKey: ['engagements'] })
    }
    void message.success(t(`deal.done.${step}`))
  }, [queries, message, t])
}
