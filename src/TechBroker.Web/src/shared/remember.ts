/** Small choices kept in this browser. A browser that keeps nothing (private windows, blocked storage) works all the same. */
export function remember(name: string, value: string | null) {
  try {
    if (value === null) {
      localStorage.removeItem(`techbroker.${name}`)
    } else {
      localStorage.setItem(`techbroker.${name}`, value)
    }
  } catch {
    // Nothing is kept then.
  }
}

export function recall(name: string): string | null {
  try {
    return localStorage.getItem(`techbroker.${name}`)
  } catch {
    return null
  }
}
