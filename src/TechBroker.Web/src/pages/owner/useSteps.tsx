import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useI18n } from '../../i18n'
import { sideOf, type Item, type Kind } from './items'
import { ReturnDialog } from './ReturnDialog'
import type { Rights } from './rights'
import { undoOf, type Action } from './states'
import { takeStep } from './steps'
import { useStepProblem } from './useStepProblem'
import { useTitleOf } from './useTitleOf'

export interface Steps {
  take: (item: Item, action: Action, rights: Rights) => void
  /** The item that is on its way from state to state. */
  busy: string | null
  /** Stands somewhere on the page. */
  dialog: ReactNode
}

/** Takes items from state to state: asks first where there is no way back, says what became of it, and offers the way back where there is one. */
export function useSteps(kind: Kind): Steps {
  const { t } = useI18n()
  const { message, modal } = App.useApp()
  const problemText = useStepProblem()
  const titleOf = useTitleOf()
  const [busy, setBusy] = useState<string | null>(null)
  const [returning, setReturning] = useState<Item | null>(null)
  const settle = useSettle(kind)

  const tell = (moved: Item, action: Action, rights: Rights) => {
    const back = moved.state === 'submitted' ? null : undoOf(kind, action, rights.approval)
    const key = `step-${moved.id}`
    void message.success({
      key,
      duration: back ? 8 : 4,
      content: (
        <>
          {t(`owner.done.${moved.state as 'published' | 'submitted' | 'suspended' | 'withdrawn' | 'returned'}`, { title: titleOf(moved) })}
          {back ? <Button type="link" size="small" onClick={() => (message.destroy(key), void run(moved, back, rights))}>{t(`owner.undo.${back}`)}</Button> : null}
        </>
      ),
    })
  }

  const run = async (item: Item, action: Exclude<Action, 'return'>, rights: Rights) => {
    setBusy(item.id)
    try {
      const moved = { ...await takeStep(kind, item, action), organisationName: item.organisationName }
      settle(moved)
      tell(moved, action, rights)
    } catch (problem) {
      void message.error(problemText(problem), 6)
      settle()
    } finally {
      setBusy(null)
    }
  }

  const take = (item: Item, action: Action, rights: Rights) => {
    if (action === 'return') {
      setReturning(item)
      return
    }
    const needsApprovalAgain = action === 'suspend' && rights.approval.asked && !rights.approval.byMe
    if (action !== 'withdraw' && !needsApprovalAgain) {
      void run(item, action, rights)
      return
    }
    void modal.confirm({
      title: t(`owner.confirm.${action as 'withdraw' | 'suspend'}`, { title: titleOf(item) }),
      content: t(action === 'withdraw' ? `owner.confirm.withdraw.${kind}` : 'owner.confirm.suspend.text'),
      okText: t(`owner.action.${action}`),
      okButtonProps: { danger: action === 'withdraw' },
      autoFocusButton: 'cancel',
      onOk: () => run(item, action, rights),
    })
  }

  const dialog = (
    <ReturnDialog
      item={returning}
      onClose={() => setReturning(null)}
      onDone={moved => {
        settle({ ...moved, organisationName: returning?.organisationName })
        void message.success(t('owner.done.returned', { title: titleOf(moved) }))
      }}
    />
  )
  return { take, busy, dialog }
}

/** What was read of an item before it took a step does not hold any more; what the API answered does. */
export function useSettle(kind: Kind) {
  const queries = useQueryClient()
  return (moved?: Item) => {
    if (moved) {
      queries.setQueryData([kind, moved.id], moved)
      void queries.invalidateQueries({ queryKey: ['matches', sideOf(kind), moved.id] })
    }
    void queries.invalidateQueries({ queryKey: [kind] })
    void queries.invalidateQueries({ queryKey: ['engagements'] })
  }
}
