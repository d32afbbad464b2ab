import { MinusCircleOutlined, PlusCircleOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { Schema } from '../../api/client'
import { useI18n } from '../../i18n'
import { useFieldName } from '../../shared/vocabularies'
import { weightiest, type Reason } from './reasonParts'
import { scorerKey } from './scorers'

const shown = 4

/** Why a pair scores as it does: what each scorer found, in the API's words, with what it found it by set off. What weighs little is folded away. */
export function Reasons({ reasons, all }: { reasons: readonly Schema['ReasonBody'][]; all?: boolean }) {
  const { t } = useI18n()
  const [open, setOpen] = useState(all === true)
  const first = weightiest(reasons, shown)
  const rest = reasons.length - first.length
  return (
    <div>
      <ul className="owner-reasons">{(open ? reasons : first).map((reason, i) => <Line key={i} reason={reason} />)}</ul>
      {rest > 0 && !all ? (
        <Button type="link" size="small" className="owner-rest screen-only" aria-expanded={open} onClick={() => setOpen(!open)}>{open ? t('owner.less') : t('owner.reason.more', { n: rest })}</Button>
      ) : null}
    </div>
  )
}

function Line({ reason }: { reason: Reason }) {
  const { t, number } = useI18n()
  const fieldName = useFieldName()
  const part = Math.round(reason.score * 100)
  const fields = reason.scorer === 'field' ? reason.terms.filter(term => term.includes(':')).map(fieldName) : []
  return (
    <li>
      {part > 0 ? <PlusCircleOutlined aria-hidden /> : part < 0 ? <MinusCircleOutlined aria-hidden /> : <span aria-hidden />}
      <span className="owner-scorer">{t(scorerKey(reason.scorer))}</span>
      <span><Marked text={reason.text} terms={reason.terms} />{fields.length > 0 ? <>{t('owner.reason.colon')}<mark>{fields.join(t('list.comma'))}</mark></> : null}</span>
      <span className="owner-part number" title={t('owner.reason.part')}>{part > 0 ? `+${number(part)}` : part < 0 ? `−${number(-part)}` : ''}</span>
    </li>
  )
}

/** The text with its terms marked where they stand in it. */
function Marked({ text, terms }: { text: string; terms: readonly string[] }) {
  const words = terms.filter(term => term !== '' && text.includes(term)).sort((a, b) => b.length - a.length)
  if (words.length === 0) {
    return text
  }
  const pattern = new RegExp(`(${words.map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`)
  return text.split(pattern).map((piece, i) => (i % 2 === 1 ? <mark key={i}>{piece}</mark> : piece))
}
