import { Button } from 'antd'
import { useMemo, useState } from 'react'
import type { Me } from '../../api/client'
import { useI18n } from '../../i18n'
import { BulkDialog } from './BulkDialog'
import { bulkChoices, type BulkTask } from './bulkChoices'
import type { Item, Kind } from './items'
import { rightsOf } from './rights'

/** What can be done with all that is selected; each button says for how many of them. */
export function BulkBar({ kind, me, items, onClear }: { kind: Kind; me: Me; items: Item[]; onClear: () => void }) {
  const { t } = useI18n()
  const [task, setTask] = useState<BulkTask | null>(null)
  const choices = useMemo(() => bulkChoices(kind, items, item => rightsOf(me, kind, item)), [kind, items, me])
  return (
    <div className="owner-bulk" role="group" aria-label={t('owner.bulk.group')}>
      <span>{t('owner.bulk.selected', { n: items.length })}</span>
      {choices.map(choice => (
        <Button key={choice.action} size="small" danger={choice.action === 'withdraw'} disabled={choice.items.length === 0} onClick={() => setTask(choice)}>
          {t('owner.bulk.action', { action: t(`owner.action.${choice.action}`), n: choice.items.length })}
        </Button>
      ))}
      <Button size="small" type="link" onClick={onClear}>{t('owner.bulk.clear')}</Button>
      {task ? <BulkDialog kind={kind} me={me} task={task} onClose={done => (setTask(null), done ? onClear() : undefined)} /> : null}
    </div>
  )
}
