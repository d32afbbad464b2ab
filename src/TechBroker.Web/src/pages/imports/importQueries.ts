import { queryOptions } from '@tanstack/react-query'
import { api, bodyOf, idempotencyKey, type Schema } from '../../api/client'
import { CsvReader } from './csv'
import { rejectedLines, rejectedTable, type Issue, type RejectedTable } from './rejected'

export type ImportJob = Schema['ImportJobBody']
export type ImportKind = 'listings' | 'needs'

/** More than anybody mends on a screen; the rest is in the file to download. */
export const shownRows = 200

export function isOver(job: ImportJob | undefined) {
  return job?.state === 'done' || job?.state === 'failed'
}

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', id],
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/imports/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (isOver(state.data) ? false : 1000),
  })

export const importPages = {
  queryKey: ['imports', 'list'] as const,
  page: (cursor: string | undefined, signal: AbortSignal) => bodyOf(api.GET('/api/v1/imports', { params: { query: { limit: '50', cursor } }, signal })),
}

export interface Upload {
  file: Blob
  fileName: string
  kind: ImportKind
  dryRun: boolean
  publish: boolean
  organisationId: string | null
}

export function send(upload: Upload, key = idempotencyKey()): Promise<ImportJob> {
  const form = new FormData()
  form.append('kind', upload.kind)
  form.append('dryRun', String(upload.dryRun))
  form.append('publish', String(upload.publish))
  if (upload.organisationId) {
    form.append('organisationId', upload.organisationId)
  }
  form.append('file', upload.file, upload.fileName)
  return bodyOf(api.POST('/api/v1/imports', {
    // The contract speaks of a form's parts, the browser of a form.
    body: form as never,
    bodySerializer: body => body as never,
    params: { header: { 'Idempotency-Key': key } },
  }))
}

export const rejectedQuery = (job: ImportJob) =>
  queryOptions({
    queryKey: ['imports', job.id, 'rejected'],
    queryFn: ({ signal }) => readRejected(job.id, signal),
    staleTime: Infinity,
  })

async function readRejected(id: string, signal: AbortSignal): Promise<RejectedTable> {
  const issues = await readIssues(id, signal)
  const { data, response } = await api.GET('/api/v1/imports/{id}/rejected', { params: { path: { id } }, parseAs: 'stream', signal })
  const pieces = (data as ReadableStream<Uint8Array<ArrayBuffer>>).pipeThrough(new TextDecoderStream())
  if (response.headers.get('Content-Type')?.includes('jsonl')) {
    return rejectedLines(await firstLines(pieces), issues)
  }
  const [headings = [], ...records] = await firstRecords(pieces)
  return rejectedTable(headings, records, issues)
}

/** All errors of the first rows that have any, and no more: a page has at most 200 of them. */
async function readIssues(id: string, signal: AbortSignal): Promise<Issue[]> {
  const issues: Issue[] = []
  let cursor: string | undefined
  do {
    const page = await bodyOf(api.GET('/api/v1/imports/{id}/errors', { params: { path: { id }, query: { limit: '200', cursor } }, signal }))
    issues.push(...page.items)
    cursor = page.next ?? undefined
  } while (cursor && new Set(issues.filter(({ severity }) => severity === 'error').map(({ row }) => row)).size <= shownRows)
  return issues
}

async function firstRecords(pieces: ReadableStream<string>) {
  const reader = new CsvReader(shownRows + 1)
  await untilEnough(pieces, text => reader.push(text))
  reader.end()
  return reader.records
}

async function firstLines(pieces: ReadableStream<string>) {
  let all = ''
  await untilEnough(pieces, text => (all += text).split('\n', shownRows + 1).length <= shownRows)
  return all.split('\n').filter(line => line.trim() !== '').slice(0, shownRows)
}

/** Leaving the loop ends the download. */
async function untilEnough(pieces: ReadableStream<string>, take: (text: string) => boolean) {
  const reader = pieces.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    if (!take(next.value)) {
      await reader.cancel()
      return
    }
  }
}
