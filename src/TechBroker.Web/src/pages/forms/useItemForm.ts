import { useQueryClient } from '@tanstack/react-query'
import type { FormInstance } from 'antd'
import { useCallback, useRef, useState } from 'react'
import { idempotencyKey } from '../../api/client'
import { isProblem } from '../../api/problem'
import { useProblemForm } from '../../shared/useProblemForm'
import type { ItemKind, Stored } from './itemKind'
import { differences, same, type Difference } from './threeWay'
import { useLocalDraft } from './useLocalDraft'

export interface Conflict<Body, Item> {
  theirs: Item
  differences: Difference<Body>[]
  publish: boolean
}

export interface ItemForm<Values extends object, Body extends object, Item extends Stored> {
  form: FormInstance<Values>
  /** As it was read, or as the last save left it; undefined for a new one. */
  item: Item | undefined
  busy: boolean
  problem: unknown
  save: (publish: boolean) => Promise<void>
  changed: () => void
  isDirty: () => boolean
  draft: ReturnType<typeof useLocalDraft<Values, Body>>
  conflict: Conflict<Body, Item> | null
  /** With the names of the fields in which the other's text is taken; null goes back to the form as it is. */
  settle: (takeTheirs: ReadonlySet<string> | null) => void
}

/**
 * Filling in and saving a listing or a need: a copy in this browser as somebody types, drafts and publication by the API, and what to do
 * where somebody else changed it meanwhile.
 */
export function useItemForm<Values extends object, Body extends object, Item extends Stored>(
  kind: ItemKind<Values, Body, Item>,
  first: Item | undefined,
  step: () => number,
  done: (item: Item, published: boolean) => void,
): ItemForm<Values, Body, Item> {
  const queries = useQueryClient()
  const [item, setItem] = useState(first)
  const base = useRef<{ revision: number; body: Body } | null>(first ? baseOf(kind, first) : null)
  const [conflict, setConflict] = useState<Conflict<Body, Item> | null>(null)
  const attempt = useRef({ of: '', key: '' })

  // What was sent is saved, though the API keeps it in its own spelling.
  const clean = useRef<Body>(undefined)

  const send = async (publish: boolean) => {
    const values = problemForm.form.getFieldsValue(true) as Values
    const body = kind.toBody(values)
    try {
      const saved = item ? await change(item.id, body, publish) : await kind.post(body, values, publish, keyFor(body, values, publish))
      setItem(saved)
      base.current = baseOf(kind, saved)
      clean.current = body
      draft.forget()
      void queries.invalidateQueries({ queryKey: [kind.list] })
      done(saved, publish)
    } catch (problem) {
      if (!item || !isProblem(problem) || problem.status !== 412) {
        throw problem
      }
      await compare(item.id, body, publish)
    }
  }
  const problemForm = useProblemForm<{ publish: boolean }>(({ publish }) => send(publish))
  const form = problemForm.form as unknown as FormInstance<Values>

  const isDirty = useCallback(() => {
    const body = kind.toBody({ ...kind.empty, ...(form.getFieldsValue(true) as Values) })
    return !same(body, base.current?.body ?? kind.toBody(kind.empty)) && !same(body, clean.current)
  }, [form, kind])
  const draft = useLocalDraft<Values, Body>(kind.kind, first?.id, () => ({ values: form.getFieldsValue(true) as Values, step: step(), base: base.current }), isDirty)

  async function change(id: string, body: Body, publish: boolean) {
    const { revision, body: before } = base.current!
    const saved = same(body, before) ? undefined : await kind.put(id, body, revision)
    if (saved) {
      base.current = baseOf(kind, saved)
    }
    return publish ? kind.publish(id, saved?.revision ?? revision) : saved ?? item!
  }

  async function compare(id: string, mine: Body, publish: boolean) {
    const theirs = await kind.read(id)
    setConflict({ theirs, differences: differences(base.current!.body, mine, kind.toBody(kind.toValues(theirs))), publish })
  }

  /** The same for whoever presses the button again after the answer was lost, so that there are not two of it. */
  function keyFor(...request: unknown[]) {
    const of = JSON.stringify(request)
    if (attempt.current.of !== of) {
      attempt.current = { of, key: idempotencyKey() }
    }
    return attempt.current.key
  }

  return {
    form,
    item,
    busy: problemForm.busy,
    problem: problemForm.problem,
    save: publish => problemForm.submit({ publish }),
    changed: draft.touch,
    isDirty,
    draft: {
      ...draft,
      resume: () => {
        const offered = draft.resume()
        if (offered) {
          form.setFieldsValue({ ...kind.empty, ...offered.values } as never)
          base.current = item ? offered.base ?? base.current : null
        }
        return offered
      },
    },
    conflict,
    settle: takeTheirs => {
      setConflict(null)
      if (conflict && takeTheirs) {
        const theirs = kind.toBody(kind.toValues(conflict.theirs))
        const mine = kind.toBody(form.getFieldsValue(true) as Values)
        const kept = conflict.differences.filter(difference => takeTheirs.has(difference.name)).map(({ name }) => [name, theirs[name]])
        form.setFieldsValue(kind.toValues({ ...conflict.theirs, ...mine, ...Object.fromEntries(kept) }) as never)
        setItem(conflict.theirs)
        base.current = { revision: conflict.theirs.revision ?? 0, body: theirs }
        void problemForm.submit({ publish: conflict.publish })
      }
    },
  }
}

function baseOf<Values extends object, Body extends object, Item extends Stored>(kind: ItemKind<Values, Body, Item>, item: Item) {
  return { revision: item.revision ?? 0, body: kind.toBody(kind.toValues(item)) }
}
