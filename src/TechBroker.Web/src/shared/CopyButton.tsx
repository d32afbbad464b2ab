import { CheckOutlined, CopyOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useI18n } from '../i18n'

/** Browsers let pages write to the clipboard over https only: elsewhere people are told to select the text. */
export function CopyButton({ text, label, type }: { text: string; label?: string; type?: 'primary' }) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
    } catch {
      void message.info(t('copy.byHand'))
    }
  }
  return (
    <Button className="screen-only" type={type} icon={copied ? <CheckOutlined /> : <CopyOutlined />} onClick={() => void copy()}>
      {copied ? t('copy.done') : label ?? t('copy.do')}
    </Button>
  )
}
