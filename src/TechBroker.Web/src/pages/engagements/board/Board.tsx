import { useCallback, useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { useI18n } from '../../../i18n'
import { StepDialog } from '../dialogs/StepDialog'
import type { Engagement } from '../queries'
import { states, stateText, type State } from '../states'
import type { StepKey } from '../steps'
import { useStepTaken } from '../useStepTaken'
import { useViewer } from '../viewer'
import { Column } from './Column'
import { targetsOf } from './targets'
import { today } from '../../../shared/today'

/** Engagements by state. A card is moved by dragging it or from its menu; either opens the form of the step that leads there. */
export function Board() {
  const { t } = useI18n()
  const me = useViewer()
  const navigate = useNavigate()
  const [dragged, setDragged] = useState<Engagement>()
  const [moving, setMoving] = useState<{ engagement: Engagement; step: Exclude<StepKey, 'deal'> }>()
  const [said, say] = useState('')
  const moved = useRef<string>(undefined)
  const taken = useStepTaken(useCallback((engagement: Engagement) => setMoving({ engagement, step: 'reopen' }), []))
  const targets = useCallback((engagement: Engagement) => targetsOf(engagement, me, today()), [me])

  const move = (engagement: Engagement, to: State) => {
    const step = targets(engagement).get(to)
    if (step === 'deal') {
      void navigate(`/work/deals/new?engagement=${engagement.id}`)
    } else if (step) {
      setMoving({ engagement, step })
    } else {
      say(t('engagement.board.impossible', { state: t(stateText(to)) }))
    }
  }

  const done = (changed: Engagement) => {
    moved.current = changed.id
    taken(moving!.step, changed)
    say(t('engagement.board.moved', { title: changed.listing?.title ?? '', state: t(stateText(changed.state)) }))
  }

  // The keyboard goes with the card into its new column.
  const close = () => {
    setMoving(undefined)
    const id = moved.current
    moved.current = undefined
    if (id) {
      requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-engagement="${id}"] a`)?.focus())
    }
  }

  const possible = dragged ? targets(dragged) : undefined
  useEffect(() => {
    const stop = () => setDragged(undefined)
    addEventListener('dragend', stop)
    return () => removeEventListener('dragend', stop)
  }, [])
  return (
    <>
      <p className="quiet">{t('engagement.board.hint')}</p>
      <div className="engagements-board" role="group" aria-label={t('engagement.view.board')} tabIndex={0}>
        {states.map(state => (
          <Column
            key={state}
            state={state}
            drop={!dragged || dragged.state === state ? 'none' : possible?.has(state) ? 'possible' : 'impossible'}
            targets={targets}
            onDrag={setDragged}
            onDrop={() => {
              if (dragged) {
                move(dragged, state)
              }
              setDragged(undefined)
            }}
            onMove={move}
          />
        ))}
      </div>
      <div className="visually-hidden" aria-live="polite">{said}</div>
      {moving ? <StepDialog step={moving.step} engagement={moving.engagement} done={done} close={close} /> : null}
    </>
  )
}
