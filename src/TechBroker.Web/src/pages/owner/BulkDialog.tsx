import { Alert, Button, Modal, Progress } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { idempotencyKey, type Me } from '../../api/client'
import { isProblem } from '../../api/problem'
import { useI18n } from '../../i18n'
import { runAll, type Result } from './bulk'
import type { BulkTask } from './bulkChoices'
import type { Item, Kind } from './items'
import { rightsOf } from './rights'
import { undoOf } from './states'
import { takeStep } from './steps'
import { useStepProblem } from './useStepProblem'
import { useSettle } from './useSteps'
import { useTitleOf } from './useTitleOf'

interface Run extends BulkTask {
  results: Result<Item>[]
  over: boolean
}

/** Asks where there is no way back, then shows how far it is, what failed and why; what failed can be tried again, and the rest taken back where that is possible. */
export function BulkDialog({ kind, me, task, onClose }: { kind: Kind; me: Me; task: BulkTask; onClose: (done: boolean) => void }) {
  const { t } = useI18n()
  const settle = useSettle(kind)
  const stopped = useRef(false)
  const keys = useRef(new Map<string, string>())
  const [run, setRun] = useState<Run | null>(null)

  const start = async ({ action, items }: BulkTask) => {
    stopped.current = false
    const moved = new Map<string, Item>()
    setRun({ action, items, results: [], over: false })
    const results = await runAll(items, async item => {
      // Kept where the answer was lost: the API may have done it.
      const name = `${action} ${item.id}`
      const key = keys.current.get(name) ?? idempotencyKey()
      keys.current.set(name, key)
      try {
        moved.set(item.id, await takeStep(kind, item, action, key))
        keys.current.delete(name)
      } catch (problem) {
        if (!isProblem(problem, 'offline')) {
          keys.current.delete(name)
        }
        throw problem
      }
    }, {
      onResult: result => setRun(now => now && { ...now, results: [...now.results, result] }),
      stopped: () => stopped.current,
    })
    settle()
    setRun({ action, items, results: results.map(result => ({ ...result, item: moved.get(result.item.id) ?? result.item })), over: true })
  }

  const asksFirst = task.action === 'withdraw'
  const begun = useRef(false)
  useEffect(() => {
    if (!asksFirst && !begun.current) {
      begun.current = true
      void start(task)
    }
  })

  const name = t(`owner.action.${(run ?? task).action}`)
  if (!run) {
    return asksFirst ? (
      <Modal open title={t('owner.bulk.confirm', { n: task.items.length })} okText={name} okButtonProps={{ danger: true }} onOk={() => void start(task)} onCancel={() => onClose(false)}>
        <p>{t(`owner.confirm.withdraw.${kind}`)}</p>
      </Modal>
    ) : null
  }
  return (
    <Modal
      open
      title={t('owner.bulk.title', { action: name, n: run.items.length })}
      closable={run.over}
      keyboard={run.over}
      mask={{ closable: false }}
      onCancel={() => onClose(true)}
      footer={run.over
        ? <Footer kind={kind} me={me} run={run} start={next => void start(next)} close={() => onClose(true)} />
        : <Button onClick={() => (stopped.current = true)}>{t('owner.bulk.stop')}</Button>}
    >
      <Progress percent={Math.round((run.results.length / run.items.length) * 100)} status={run.over ? (failedOf(run).length > 0 ? 'exception' : 'success') : 'active'} aria-label={t('owner.bulk.title', { action: name, n: run.items.length })} />
      {run.over ? <Report run={run} /> : null}
    </Modal>
  )
}

const failedOf = (run: Run) => run.results.filter(result => result.problem !== null)
const doneOf = (run: Run) => run.results.filter(result => result.problem === null).map(result => result.item)

function Footer({ kind, me, run, start, close }: { kind: Kind; me: Me; run: Run; start: (task: BulkTask) => void; close: () => void }) {
  const { t } = useI18n()
  const done = doneOf(run)
  const failed = failedOf(run).map(result => result.item)
  const left = run.items.filter(item => !run.results.some(result => result.item.id === item.id))
  const back = done.length > 0 ? undoOf(kind, run.action, rightsOf(me, kind, done[0]!).approval) : null
  return (
    <>
      {back ? <Button onClick={() => start({ action: back, items: done })}>{t('owner.bulk.undo', { action: t(`owner.action.${back}`), n: done.length })}</Button> : null}
      {failed.length + left.length > 0 ? <Button onClick={() => start({ action: run.action, items: [...failed, ...left] })}>{t('owner.bulk.retry', { n: failed.length + left.length })}</Button> : null}
      <Button type="primary" onClick={close}>{t('owner.bulk.close')}</Button>
    </>
  )
}

function Report({ run }: { run: Run }) {
  const { t } = useI18n()
  const problemText = useStepProblem()
  const titleOf = useTitleOf()
  const failed = failedOf(run)
  const left = run.items.length - run.results.length
  return (
    <div className="owner-report" aria-live="polite">
      <p>{t('owner.bulk.done', { n: doneOf(run).length })}{left > 0 ? ` ${t('owner.bulk.left', { n: left })}` : ''}</p>
      {failed.length > 0 ? <Alert type="error" showIcon title={t('owner.bulk.failed', { n: failed.length })} /> : null}
      <ul>
        {failed.map(({ item, problem }) => <li key={item.id}><strong>{titleOf(item)}</strong><span>{problemText(problem)}</span></li>)}
      </ul>
    </div>
  )
}
