/** What a picture's QR code says, or nothing. */
export type Decode = (video: HTMLVideoElement) => Promise<string | undefined>

interface BarcodeDetector {
  detect: (video: HTMLVideoElement) => Promise<{ rawValue: string }[]>
}

declare const BarcodeDetector: { new (options: { formats: string[] }): BarcodeDetector; getSupportedFormats: () => Promise<string[]> } | undefined

// More pixels take longer to look at and find no more.
const widest = 640

/** The browser's own decoder where it has one, else ours, which is loaded for it. */
export async function loadDecoder(): Promise<Decode> {
  if (typeof BarcodeDetector !== 'undefined' && (await BarcodeDetector.getSupportedFormats().catch((): string[] => [])).includes('qr_code')) {
    const detector = new BarcodeDetector({ formats: ['qr_code'] })
    return async video => (await detector.detect(video))[0]?.rawValue
  }

  const { default: decodeQR } = await import('qr/decode.js')
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d', { willReadFrequently: true })
  return video => {
    const scale = Math.min(1, widest / video.videoWidth)
    const [width, height] = [Math.round(video.videoWidth * scale), Math.round(video.videoHeight * scale)]
    canvas.width = width
    canvas.height = height
    context?.drawImage(video, 0, 0, width, height)
    try {
      const image = context?.getImageData(0, 0, width, height)
      return Promise.resolve(image && decodeQR(image))
    } catch {
      // There is no code in this picture, or not all of it.
      return Promise.resolve(undefined)
    }
  }
}
