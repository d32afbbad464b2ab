const id = '[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}'
const address = new RegExp(`^(?:https?://[^/\\s]+)?/(?:work/)?listings/(${id})(?:[/?#].*)?$`, 'i')
const bare = new RegExp(`^${id}$`, 'i')

/**
 * The listing that a QR code or a pasted link names. Codes are printed with the address of their day, which may be another one of the same
 * server; it is this server that is asked for the id, so nothing is believed of anybody else's code.
 */
export function listingIdOf(text: string): string | undefined {
  const plain = text.trim()
  return (address.exec(plain)?.[1] ?? (bare.test(plain) ? plain : undefined))?.toLowerCase()
}
