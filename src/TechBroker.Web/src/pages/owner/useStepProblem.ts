import { useCallback } from 'react'
import { isProblem } from '../../api/problem'
import { useI18n } from '../../i18n'
import { useProblemText } from '../../shared/problemText'

/** What keeps an item from taking a step; where somebody else was quicker the API names states by their codes, which say nothing to people. */
export function useStepProblem() {
  const { t } = useI18n()
  const problemText = useProblemText()
  return useCallback(
    (problem: unknown) => (isProblem(problem, 'listing-wrong-state', 'need-wrong-state', 'revision-changed') ? t('owner.changedMeanwhile') : problemText(problem)),
    [t, problemText],
  )
}
