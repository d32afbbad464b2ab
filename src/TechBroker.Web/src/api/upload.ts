import { ApiProblem, problemOf } from './problem'
import { forgetForgeryToken, writeHeaders } from './transport'

/**
 * Posts a file as the body and tells how much of it has gone (0 to 1), which `fetch` cannot. Throws an ApiProblem for every answer but a success.
 */
export async function upload<T>(path: string, file: Blob, onProgress: (part: number) => void, signal?: AbortSignal): Promise<T> {
  try {
    return await once<T>(path, file, onProgress, signal)
  } catch (error) {
    // As in transport.ts: another tab signed in or out.
    if (error instanceof ApiProblem && error.code === 'antiforgery') {
      forgetForgeryToken()
      return once<T>(path, file, onProgress, signal)
    }
    throw error
  }
}

async function once<T>(path: string, file: Blob, onProgress: (part: number) => void, signal?: AbortSignal): Promise<T> {
  const headers = await writeHeaders()
  const request = new XMLHttpRequest()
  const answer = new Promise<Response>((resolve, reject) => {
    request.onload = () => resolve(new Response(request.responseText || null, { status: request.status, headers: retryAfter(request) }))
    request.onerror = () => reject(new ApiProblem(0, 'offline', ''))
    request.onabort = () => reject(new DOMException('', 'AbortError'))
    request.upload.onprogress = event => event.lengthComputable && onProgress(event.loaded / event.total)
    signal?.addEventListener('abort', () => request.abort())
  })
  request.open('POST', path)
  Object.entries({ ...headers, 'Content-Type': file.type }).forEach(([name, value]) => request.setRequestHeader(name, value))
  request.send(file)
  const response = await answer
  if (!response.ok) {
    throw await problemOf(response)
  }
  return (await response.json()) as T
}

function retryAfter(request: XMLHttpRequest): Record<string, string> {
  const seconds = request.getResponseHeader('Retry-After')
  return seconds ? { 'Retry-After': seconds } : {}
}
