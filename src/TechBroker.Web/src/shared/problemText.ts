import { useCallback } from 'react'
import { isProblem } from '../api/problem'
import { useI18n } from '../i18n'

/** A sentence for any failure: the API's own where it has one, which says what to do. */
export function useProblemText() {
  const { t } = useI18n()
  return useCallback(
    (problem: unknown) =>
      !isProblem(problem) ? t('error.unknown')
      : problem.isOffline ? t('error.offline')
      : problem.detail || (problem.status === 429 ? t('error.busy') : problem.status >= 500 ? t('error.server') : t('error.unknown')),
    [t],
  )
}
