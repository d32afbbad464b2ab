import { PrinterOutlined } from '@ant-design/icons'
import { Button, QRCode, Tag } from 'antd'
import type { ReactNode } from 'react'
import { useI18n } from '../i18n'

/** The page of a listing or a need: text at the left, facts at the right, on a phone below; prints as one page with its QR code. */
export function ItemPage(props: { kind: string; title: string; owner?: string | null; children: ReactNode; facts: ReactNode; actions?: ReactNode; picture?: ReactNode }) {
  const { t } = useI18n()
  return (
    <article className="page item">
      <header className="item-head">
        <Tag color="blue">{props.kind}</Tag>
        <h1>{props.title}</h1>
        {props.owner ? <p className="item-owner">{props.owner}</p> : null}
      </header>
      <div className="item-body">
        <div className="item-text">{props.picture}{props.children}</div>
        <aside className="item-side" aria-label={t('item.facts')}>
          {props.facts}
          <div className="item-actions screen-only">
            {props.actions}
            <Button icon={<PrinterOutlined />} onClick={() => print()}>{t('item.print')}</Button>
          </div>
          <figure className="item-code" aria-hidden>
            <QRCode type="svg" value={location.origin + location.pathname} size={120} bordered={false} color="#000" bgColor="#fff" />
            <figcaption>{t('item.code')}</figcaption>
          </figure>
        </aside>
      </div>
    </article>
  )
}

/** A text as it was typed: its line breaks part it. */
export function Paragraphs({ text }: { text: string | null | undefined }) {
  return (text ?? '').split(/\n+/).filter(Boolean).map((paragraph, i) => <p key={i}>{paragraph}</p>)
}
