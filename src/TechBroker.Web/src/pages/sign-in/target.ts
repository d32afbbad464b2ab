const work = '/work'

/** Where to go after signing in: the page of this site that somebody came from, else to work; never another site that a forged link names. */
export function targetOf(params: URLSearchParams): string {
  const to = params.get('to') ?? work
  return /^\/(?![/\\])/.test(to) && !/[\u0000-\u001f\\]/.test(to) ? to : work
}
