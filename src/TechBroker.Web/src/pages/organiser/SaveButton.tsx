import { DownloadOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useProblemText } from '../../shared/problemText'
import { saveFile } from './saveFile'

/** Fetches a file of the API: busy as long as it is on its way, and a message where it does not come. */
export function SaveButton({ address, text }: { address: string; text: string }) {
  const { message } = App.useApp()
  const problemText = useProblemText()
  const [busy, setBusy] = useState(false)
  const save = async () => {
    setBusy(true)
    try {
      await saveFile(address)
    } catch (problem) {
      void message.error(problemText(problem))
    } finally {
      setBusy(false)
    }
  }
  return <Button className="screen-only" icon={<DownloadOutlined />} loading={busy} onClick={() => void save()}>{text}</Button>
}
