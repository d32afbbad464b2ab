import { send } from '../../api/transport'

/** Fetches a file in the language of the pages and hands it to the browser to keep. Throws the ApiProblem where there is none. */
export async function saveFile(address: string) {
  const answer = await send(new Request(address))
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await answer.blob())
  link.download = nameOf(answer.headers.get('Content-Disposition')) ?? 'download'
  link.click()
  URL.revokeObjectURL(link.href)
}

/** The file's name in a Content-Disposition, the one with all characters (RFC 6266) first. */
export function nameOf(disposition: string | null): string | undefined {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1]
  return encoded ? decodeURIComponent(encoded) : /filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1]
}
