import { PrinterOutlined } from '@ant-design/icons'
import { Button, Space } from 'antd'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { useI18n } from '../../i18n'

export type Paper = 'a4' | 'a5'

/** Prints the cards for the stands; pictures that were not scrolled to yet are fetched first. */
export function PrintCards({ onPrint }: { onPrint: (paper: Paper) => void }) {
  const { t } = useI18n()
  const [busy, setBusy] = useState<Paper>()
  const printOn = async (paper: Paper) => {
    setBusy(paper)
    await Promise.all([...document.querySelectorAll<HTMLImageElement>('.exhibit img')].map(loaded))
    flushSync(() => {
      onPrint(paper)
      setBusy(undefined)
    })
    print()
  }
  return (
    <Space.Compact className="screen-only">
      <Button icon={<PrinterOutlined />} loading={busy === 'a4'} onClick={() => void printOn('a4')}>{t('showcase.print', { paper: 'A4' })}</Button>
      <Button loading={busy === 'a5'} onClick={() => void printOn('a5')}>A5</Button>
    </Space.Compact>
  )
}

async function loaded(image: HTMLImageElement) {
  image.loading = 'eager'
  try {
    await image.decode()
  } catch {
    // A card without its picture is better than no card.
  }
}
