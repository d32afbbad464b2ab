import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { api, bodyOf, idempotencyKey } from '../../api/client'
import { isProblem } from '../../api/problem'
import { useI18n } from '../../i18n'
import { useProblemText } from '../../shared/problemText'
import type { Kind } from './items'
import { standingOf, type Engagement } from './pairs'

/**
 * Says that this side is interested; for a manager, logs the pair. A pair that nobody works on yet becomes an engagement by that. Until the
 * lists are read anew the answer stands in them, so that the button is gone at once.
 */
export function useInterest({ kind, listingId, needId }: { kind: Kind; listingId: string; needId: string }) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const problemText = useProblemText()
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)

  const express = async (engagement?: Engagement) => {
    setBusy(true)
    try {
      const answer = await send(engagement)
      queries.setQueryData<Engagement[]>(['engagements', 'mine'], now => now && [answer, ...now.filter(other => other.id !== answer.id)])
      void message.success(t(`owner.expressed.${answer.yourSide ? (standingOf(answer, kind) === 'mutual' ? 'mutual' : 'waiting') : 'logged'}`))
    } catch (problem) {
      // Somebody was quicker: what there is now is read below.
      void message.error(isProblem(problem, 'engagement-exists') ? t('owner.exists') : problemText(problem), 6)
    } finally {
      setBusy(false)
      void queries.invalidateQueries({ queryKey: ['engagements'] })
    }
  }

  const send = (engagement?: Engagement) => {
    const headers = { 'Idempotency-Key': idempotencyKey() }
    return engagement
      ? bodyOf<Engagement>(api.POST('/api/v1/engagements/{id}/interest', { params: { path: { id: engagement.id } }, body: {}, headers }))
      : bodyOf<Engagement>(api.POST('/api/v1/engagements', { body: { listingId, needId }, headers }))
  }
  return { express, busy }
}
