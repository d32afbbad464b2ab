/** Where to go after signing in: a page of this site, never another site that a forged link names. */
export function targetOf(params: URLSearchParams): string {
  const to = params.get('to') ?? '/'
  return /^\/(?![/\\])/.test(to) && !/[\u0000-\u001f\\]/.test(to) ? to : '/'
}
