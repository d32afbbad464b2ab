import { send } from '../../api/transport'

/** A file of the API in the language of the pages: a plain link would ask for the browser's. */
export async function download(path: string, name: string) {
  const file = await (await send(new Request(path))).blob()
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** results.xlsx becomes results-rejected.csv, as the API names it. */
export function rejectedName(fileName: string) {
  const dot = fileName.lastIndexOf('.')
  const end = /\.(jsonl|ndjson|json)$/i.test(fileName) ? '.jsonl' : '.csv'
  return `${dot > 0 ? fileName.slice(0, dot) : fileName}-rejected${end}`
}
