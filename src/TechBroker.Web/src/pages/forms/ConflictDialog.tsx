import { Modal, Radio } from 'antd'
import { useEffect, useState } from 'react'
import { useI18n } from '../../i18n'
import type { Stored } from './itemKind'
import type { Conflict } from './useItemForm'
import { useFieldLabel, useFieldText } from './useFieldText'

/** Somebody else saved first: field by field, whose text stays. What only they changed is theirs unless one says otherwise. */
export function ConflictDialog<Body, Item extends Stored>({ conflict, onSettle }: { conflict: Conflict<Body, Item> | null; onSettle: (takeTheirs: ReadonlySet<string> | null) => void }) {
  const { t } = useI18n()
  const label = useFieldLabel()
  const text = useFieldText()
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => setTheirs(new Set(conflict?.differences.filter(({ both }) => !both).map(({ name }) => name))), [conflict])

  const choose = (name: string, take: boolean) =>
    setTheirs(now => new Set(take ? [...now, name] : [...now].filter(other => other !== name)))
  return (
    <Modal
      open={conflict !== null}
      title={t('forms.conflict.title')}
      okText={t('forms.conflict.save')}
      cancelText={t('forms.conflict.back')}
      onOk={() => onSettle(theirs)}
      onCancel={() => onSettle(null)}
      width={720}
    >
      <p>{conflict?.differences.length === 0 ? t('forms.conflict.none') : t('forms.conflict.text')}</p>
      {conflict?.differences.map(({ name, mine, theirs: other }) => (
        <fieldset key={name} className="forms-conflict">
          <legend>{label(name)}</legend>
          <Radio.Group
            name={`conflict-${name}`}
            value={theirs.has(name)}
            onChange={event => choose(name, event.target.value as boolean)}
            options={[
              { value: false, label: <Side title={t('forms.conflict.mine')} text={text(name, mine)} /> },
              { value: true, label: <Side title={t('forms.conflict.theirs')} text={text(name, other)} /> },
            ]}
          />
        </fieldset>
      ))}
    </Modal>
  )
}

function Side({ title, text }: { title: string; text: string }) {
  return (
    <>
      <strong>{title}</strong>
      <span className="forms-conflict-text">{text}</span>
    </>
  )
}
