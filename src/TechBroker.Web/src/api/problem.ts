/** What the API says when it does not do something (RFC 9457), or that it was not reached. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    /** Stable, such as `need-closed`; `offline` where no answer came. */
    readonly code: string,
    /** A sentence for people, in the language asked for; empty where the answer had none. */
    readonly detail: string,
    /** Field name, as in the body, to sentences. */
    readonly errors: Readonly<Record<string, readonly string[]>> = {},
    readonly traceId?: string,
    readonly retryAfterSeconds?: number,
    /** What is in the way, such as the engagement that a pair has already: its path in the API. */
    readonly location?: string,
  ) {
    super(detail || code)
  }

  get isOffline() {
    return this.code === 'offline'
  }
}

export function isProblem(error: unknown, ...codes: string[]): error is ApiProblem {
  return error instanceof ApiProblem && (codes.length === 0 || codes.includes(error.code))
}

export async function problemOf(response: Response): Promise<ApiProblem> {
  const body = await readJson(response)
  const retryAfter = Number(response.headers.get('Retry-After') ?? '')
  return new ApiProblem(
    response.status,
    typeof body.code === 'string' ? body.code : `http-${response.status}`,
    typeof body.detail === 'string' ? body.detail : '',
    isErrors(body.errors) ? body.errors : {},
    typeof body.traceId === 'string' ? body.traceId : undefined,
    retryAfter > 0 ? retryAfter : undefined,
    response.headers.get('Location') ?? undefined,
  )
}

/** Where a proxy answered in place of the API there may be anything in the body. */
async function readJson(response: Response): Promise<Record<string, unknown>> {
  try {
    const body: unknown = await response.clone().json()
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

function isErrors(value: unknown): value is Record<string, string[]> {
  return typeof value === 'object' && value !== null && Object.values(value).every(Array.isArray)
}
