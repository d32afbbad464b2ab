import { fitted, isTooSmall } from './fit'

const quality = 0.88

/** Why a picture cannot be used, by its text below `release.`. */
export type PictureFault = 'unreadable' | 'tooSmall'

export class UnusablePicture extends Error {
  constructor(readonly fault: PictureFault) {
    super(fault)
  }
}

/** A file that somebody chose, as it is to be uploaded: what is larger than useful is drawn anew, upright and as JPEG. */
export async function preparePicture(file: File): Promise<Blob> {
  const bitmap = await decode(file)
  try {
    if (isTooSmall(bitmap)) {
      throw new UnusablePicture('tooSmall')
    }
    const size = fitted(bitmap, file.size, file.type)
    return size ? await drawn(bitmap, size) : file
  } finally {
    bitmap.close()
  }
}

async function decode(file: File) {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' })
  } catch {
    throw new UnusablePicture('unreadable')
  }
}

async function drawn(bitmap: ImageBitmap, { width, height }: { width: number; height: number }): Promise<Blob> {
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const context = canvas.getContext('2d')
  if (!context) {
    throw new UnusablePicture('unreadable')
  }
  // JPEG knows no transparency.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(bitmap, 0, 0, width, height)
  const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/jpeg', quality))
  if (!blob) {
    throw new UnusablePicture('unreadable')
  }
  return blob
}
