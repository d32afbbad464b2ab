const beijing = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })

/** Days on papers are those of the centre's calendar, wherever the browser is: 2026-03-01. */
export function today() {
  return beijing.format()
}
