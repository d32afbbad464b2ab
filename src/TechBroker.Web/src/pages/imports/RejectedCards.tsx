import { Button } from 'antd'
import { useState } from 'react'
import { useI18n } from '../../i18n'
import { Problems } from './Problems'
import type { RejectedTable } from './rejected'

const atOnce = 20

/** On a phone: a card for each row, with its wrong cells only. */
export function RejectedCards({ table }: { table: RejectedTable }) {
  const { t } = useI18n()
  const [count, setCount] = useState(atOnce)
  return (
    <>
      <ul className="imports-cards">
        {table.rows.slice(0, count).map(row => (
          <li key={row.row}>
            <strong>{t('imports.row', { n: row.row })} {row.cells.slice(0, 2).map(({ text }) => text).filter(Boolean).join(' · ')}</strong>
            <Problems issues={row.issues} />
            {row.cells.map((cell, i) => (cell.issues.length > 0 ? (
              <div key={i} className="imports-wrong">
                <span className="quiet">{table.columns[i]}</span>
                <span className="imports-value">{cell.text || t('imports.empty')}</span>
                <Problems issues={cell.issues} beside />
              </div>
            ) : null))}
          </li>
        ))}
      </ul>
      {count < table.rows.length ? <Button onClick={() => setCount(count + atOnce)}>{t('list.more')}</Button> : null}
    </>
  )
}
