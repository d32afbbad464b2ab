import { DeleteOutlined, PictureOutlined, UploadOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Progress } from 'antd'
import { useRef, useState, type DragEvent } from 'react'
import { api, type Schema } from '../../api/client'
import { upload } from '../../api/upload'
import { useI18n } from '../../i18n'
import { useProblemText } from '../../shared/problemText'
import { preparePicture, UnusablePicture } from './preparePicture'

/** The picture of a listing: chosen or dropped, shown at once, sent with its progress, replaced or taken away. */
export function ReleasePicture({ listingId, picture }: { listingId: string; picture: Schema['PictureBody'] | null | undefined }) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const problemText = useProblemText()
  const queries = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const [sending, setSending] = useState<{ part: number; preview?: string }>()
  const [isOver, setIsOver] = useState(false)
  const path = `/api/v1/listings/${listingId}/picture`
  const refresh = () => queries.invalidateQueries({ queryKey: ['listings'] })

  const send = async (file: File | undefined) => {
    if (!file || sending) {
      return
    }
    setSending({ part: 0 })
    try {
      const ready = await preparePicture(file)
      const preview = await addressOf(ready)
      setSending({ part: 0, preview })
      await upload(path, ready, part => setSending({ part, preview }))
      await refresh()
      void message.success(t('release.pictureSaved'))
    } catch (problem) {
      void message.error(problem instanceof UnusablePicture ? t(`release.${problem.fault}`) : problemText(problem))
    } finally {
      setSending(undefined)
    }
  }

  const remove = async () => {
    setSending({ part: 0 })
    try {
      await api.DELETE('/api/v1/listings/{id}/picture', { params: { path: { id: listingId } } })
      await refresh()
      void message.success(t('release.pictureRemoved'))
    } catch (problem) {
      void message.error(problemText(problem))
    } finally {
      setSending(undefined)
    }
  }

  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    void send(event.dataTransfer.files[0])
  }

  const shown = sending?.preview ?? picture?.path
  return (
    <div className="release-picture">
      <div
        className={isOver ? 'release-drop release-over' : 'release-drop'}
        onDragOver={event => { event.preventDefault(); setIsOver(true) }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        {shown
          ? <img src={shown} alt={t('release.pictureAlt')} />
          : <span className="release-empty"><PictureOutlined aria-hidden /><span>{t('release.pictureHint')}</span></span>}
        {sending ? <Progress className="release-progress" percent={Math.round(sending.part * 100)} size="small" status="active" aria-label={t('release.sending')} /> : null}
      </div>
      <input
        ref={input}
        type="file"
        accept="image/*"
        hidden
        aria-label={t('release.choose')}
        onChange={event => {
          void send(event.target.files?.[0])
          // The same file can be chosen again.
          event.target.value = ''
        }}
      />
      <div className="row">
        <Button icon={<UploadOutlined />} loading={Boolean(sending)} onClick={() => input.current?.click()}>{t(picture ? 'release.replace' : 'release.choose')}</Button>
        {picture ? <Button type="text" icon={<DeleteOutlined />} disabled={Boolean(sending)} onClick={() => void remove()}>{t('release.removePicture')}</Button> : null}
      </div>
      <p className="quiet">{t('release.pictureRules')}</p>
    </div>
  )
}

/** By `data:`, which the pages' content policy lets through; `blob:` it does not. */
function addressOf(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(reader.result as string)
    reader.onerror = () => reject(new UnusablePicture('unreadable'))
    reader.readAsDataURL(file)
  })
}
