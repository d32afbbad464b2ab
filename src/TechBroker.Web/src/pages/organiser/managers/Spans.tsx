import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useI18n } from '../../../i18n'
import type { Span } from './week'

/** Times in a list, each with what can be done about it. */
export function Spans<T extends Span & { id: string }>(props: { items: T[]; none: string; note: (item: T) => ReactNode; cancel?: (item: T) => Promise<void> }) {
  const { t } = useI18n()
  const [busy, setBusy] = useState<string | null>(null)
  if (props.items.length === 0) {
    return <p className="quiet">{props.none}</p>
  }
  const cancel = async (item: T) => {
    setBusy(item.id)
    await props.cancel?.(item)
    setBusy(null)
  }
  return (
    <ul className="organiser-spans">
      {props.items.map(item => (
        <li key={item.id}>
          <span><SpanTime span={item} /> <span className="quiet">{props.note(item)}</span></span>
          {props.cancel ? <Button size="small" type="text" loading={busy === item.id} onClick={() => void cancel(item)}>{t('centre.cancelSpan')}</Button> : null}
        </li>
      ))}
    </ul>
  )
}

/** 11月22日 周日 09:00–12:00 */
function SpanTime({ span }: { span: Span }) {
  const { language } = useI18n()
  const format = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { month: 'short', day: 'numeric', weekday: 'short', hour: '2-digit', minute: '2-digit', hour12: false })
  return <>{format.formatRange(new Date(span.from), new Date(span.to))}</>
}
