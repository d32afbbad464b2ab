/** The API takes 4 MB, sides of 240 to 8,000 pixels and 40 million in all; more than this no screen of the showcase shows. */
export const limits = { bytes: 4 * 1024 * 1024, leastSide: 240 } as const
const usefulSide = 2_400
const usefulBytes = 1.5 * 1024 * 1024

/** What the API takes; others (HEIC, GIF) only where the browser can turn them into JPEG. */
export const accepted = ['image/png', 'image/jpeg', 'image/webp']

export interface Size {
  width: number
  height: number
}

/** Null where the picture may go as it is; else the size that it is drawn anew in. */
export function fitted(size: Size, bytes: number, type: string): Size | null {
  const scale = Math.min(1, usefulSide / Math.max(size.width, size.height))
  return scale === 1 && bytes <= usefulBytes && accepted.includes(type)
    ? null
    : { width: Math.max(1, Math.round(size.width * scale)), height: Math.max(1, Math.round(size.height * scale)) }
}

export function isTooSmall(size: Size) {
  return Math.min(size.width, size.height) < limits.leastSide
}
