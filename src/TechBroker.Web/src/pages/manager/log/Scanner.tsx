import { Alert, Modal, Spin } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useI18n } from '../../../i18n'
import { listingIdOf } from './code'
import { loadDecoder } from './decoder'

const betweenLooks = 150

type Trouble = 'denied' | 'noCamera' | 'other'

/** The camera, until it sees the code of a listing. */
export function Scanner({ onFound, onClose }: { onFound: (listingId: string) => void; onClose: () => void }) {
  const { t } = useI18n()
  const video = useRef<HTMLVideoElement>(null)
  const [trouble, setTrouble] = useState<Trouble>()
  const [running, setRunning] = useState(false)
  const [foreign, setForeign] = useState(false)
  const found = useRef(onFound)
  useEffect(() => {
    found.current = onFound
  })

  useEffect(() => {
    const stop = new AbortController()
    watch(video, stop.signal, () => setRunning(true), text => {
      const id = listingIdOf(text)
      setForeign(id === undefined)
      if (id !== undefined) {
        stop.abort()
        navigator.vibrate?.(60)
        found.current(id)
      }
    }).catch((error: unknown) => {
      if (!stop.signal.aborted) {
        stop.abort()
        setTrouble(troubleOf(error))
      }
    })
    return () => stop.abort()
  }, [])

  return (
    <Modal open onCancel={onClose} footer={null} title={t('log.scanTitle')} centered width={480} destroyOnHidden>
      <div className="manager-scanner">
        {trouble ? <Alert type="warning" showIcon title={t(`log.camera.${trouble}`)} /> : (
          <>
            <video ref={video} muted playsInline aria-label={t('log.scanTitle')} />
            {running ? null : <Spin />}
          </>
        )}
        {trouble ? null : <p className="quiet" role="status">{foreign ? t('log.scanForeign') : t('log.scanHint')}</p>}
      </div>
    </Modal>
  )
}

async function watch(holder: { current: HTMLVideoElement | null }, signal: AbortSignal, onRunning: () => void, onText: (text: string) => void) {
  if (!navigator.mediaDevices?.getUserMedia) {
    throw new DOMException('There is no camera for pages without TLS.', 'NotFoundError')
  }
  const decoder = loadDecoder()
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 } }, audio: false })
  const leave = () => stream.getTracks().forEach(track => track.stop())
  if (signal.aborted) {
    leave()
    return
  }
  signal.addEventListener('abort', leave)

  const video = holder.current
  if (!video) {
    leave()
    return
  }
  video.srcObject = stream
  await video.play()
  onRunning()
  const decode = await decoder
  while (!signal.aborted) {
    const text = video.videoWidth > 0 ? await decode(video) : undefined
    if (text !== undefined && !signal.aborted) {
      onText(text)
    }
    await new Promise(resolve => setTimeout(resolve, betweenLooks))
  }
}

function troubleOf(error: unknown): Trouble {
  const name = error instanceof DOMException ? error.name : ''
  return name === 'NotAllowedError' ? 'denied' : name === 'NotFoundError' || name === 'OverconstrainedError' ? 'noCamera' : 'other'
}
