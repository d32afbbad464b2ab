/** Hands what the page has in memory to the browser as a download. */
export function saveFile(content: Blob, name: string) {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  // The download has begun by then, also where the browser asks for the place first.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
