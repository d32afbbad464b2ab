import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { idempotencyKey } from '../../api/client'
import { importQuery, send, type ImportJob, type ImportKind } from './importQueries'

export interface CurrentImport {
  kind: ImportKind
  /** 0 no file yet, 1 it was checked or is being, 2 it was imported or is being. */
  step: 0 | 1 | 2
  fileName: string
  busy: boolean
  problem: unknown
  job: ImportJob | undefined
  organisationId: string | null
  setOrganisation: (id: string | null) => void
  check: (file: File) => Promise<void>
  confirm: (publish: boolean) => Promise<void>
  restart: () => void
}

/** A file on its way: checked first with nothing written, then, the very same bytes, imported. */
export function useImport(kind: ImportKind): CurrentImport {
  const queries = useQueryClient()
  const [file, setFile] = useState<{ name: string; content: Blob } | null>(null)
  const [id, setId] = useState<string | null>(null)
  const [step, setStep] = useState<0 | 1 | 2>(0)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const [organisationId, setOrganisation] = useState<string | null>(null)
  const key = useRef('')
  const { data } = useQuery({ ...importQuery(id ?? ''), enabled: id !== null })
  const job = data?.id === id ? data : undefined

  const run = async (work: () => Promise<ImportJob>, next: 1 | 2) => {
    setBusy(true)
    setProblem(null)
    try {
      const started = await work()
      queries.setQueryData(importQuery(started.id).queryKey, started)
      setId(started.id)
      setStep(next)
      void queries.invalidateQueries({ queryKey: ['imports', 'list'] })
    } catch (error) {
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }

  return {
    kind,
    step,
    fileName: file?.name ?? '',
    busy,
    problem,
    job,
    organisationId,
    setOrganisation,
    check: chosen => run(async () => {
      // Held here: whoever goes on working in Excel must not import something else than what was checked.
      const content = new Blob([await chosen.arrayBuffer()], { type: chosen.type })
      setFile({ name: chosen.name, content })
      key.current = idempotencyKey()
      return send({ file: content, fileName: chosen.name, kind, dryRun: true, publish: true, organisationId })
    }, 1),
    confirm: publish => run(async () => {
      const started = await send({ file: file!.content, fileName: file!.name, kind, dryRun: false, publish, organisationId }, `${key.current}${publish ? 'p' : 'd'}`)
      void queries.invalidateQueries({ queryKey: [kind] })
      return started
    }, 2),
    restart: () => {
      setFile(null)
      setId(null)
      setProblem(null)
      setStep(0)
    },
  }
}
