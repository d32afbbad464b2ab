import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { api, bodyOf, idempotencyKey, type Schema } from '../../../api/client'
import { useI18n } from '../../../i18n'
import { useProblemText } from '../../../shared/problemText'
import { DecideDrawer } from './DecideDrawer'

type Duplicate = Schema['DuplicateBody']

/** Merge what is one, leave apart what is not, decide whose it is. */
export function PairActions({ pair }: { pair: Duplicate }) {
  const { t } = useI18n()
  const { message, modal } = App.useApp()
  const queries = useQueryClient()
  const problemText = useProblemText()
  const [busy, setBusy] = useState<string | null>(null)
  const [deciding, setDeciding] = useState<'dismiss' | 'resolve' | null>(null)
  const params = () => ({ path: { id: pair.id }, header: { 'Idempotency-Key': idempotencyKey() } })

  const run = async (name: string, work: () => Promise<void>) => {
    setBusy(name)
    try {
      await work()
    } catch (problem) {
      void message.error(problemText(problem))
    } finally {
      setBusy(null)
      for (const first of ['duplicates', pair.kind === 'need' ? 'needs' : 'listings', 'engagements']) {
        void queries.invalidateQueries({ queryKey: [first] })
      }
    }
  }
  const unmerge = () => run('unmerge', async () => {
    message.destroy(pair.id)
    const { stayingEngagements } = await bodyOf(api.POST('/api/v1/duplicates/{id}/unmerge', { params: params() }))
    const staying = stayingEngagements?.length ?? 0
    void message.success(staying > 0 ? t('duplicate.unmergedStaying', { n: staying }) : t('duplicate.unmerged'))
  })
  const merge = (keep: string) => run('merge', async () => {
    const done = await bodyOf(api.POST('/api/v1/duplicates/{id}/merge', { body: { keep }, params: params() }))
    void message.success({
      key: pair.id,
      duration: 10,
      content: (
        <>
          {t('duplicate.merged', { moved: done.movedEngagements?.length ?? 0, closed: done.closedEngagements?.length ?? 0 })}
          <Button type="link" size="small" onClick={() => void unmerge()}>{t('centre.undo')}</Button>
        </>
      ),
    })
  })
  const askMerge = () => {
    const asked = modal.confirm({
      title: t('duplicate.mergeTitle'),
      content: t('duplicate.mergeText'),
      footer: (
        <div className="row organiser-asked">
          <Button type="primary" onClick={() => { asked.destroy(); void merge(pair.a) }}>{t('duplicate.keepOlder')}</Button>
          <Button onClick={() => { asked.destroy(); void merge(pair.b) }}>{t('duplicate.keepNewer')}</Button>
          <Button onClick={() => asked.destroy()}>{t('centre.cancel')}</Button>
        </div>
      ),
    })
  }

  if (pair.state === 'merged') {
    return <div className="row"><Button loading={busy === 'unmerge'} onClick={() => void unmerge()}>{t('duplicate.unmerge')}</Button></div>
  }
  return pair.state !== 'open' ? null : (
    <div className="row">
      {pair.sameOwner
        ? <Button type="primary" loading={busy === 'merge'} onClick={askMerge}>{t('duplicate.merge')}</Button>
        : <Button type="primary" onClick={() => setDeciding('resolve')}>{t('duplicate.resolve')}</Button>}
      <Button onClick={() => setDeciding('dismiss')}>{t('duplicate.dismiss')}</Button>
      <DecideDrawer pair={pair} what={deciding} close={() => setDeciding(null)} />
    </div>
  )
}
