import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { isProblem } from '../../api/problem'
import { useI18n } from '../../i18n'
import { ItemTrouble } from '../../shared/ItemTrouble'
import { LinkButton } from '../../shared/LinkButton'
import { Message } from '../../shared/Message'
import { HandOverDialog } from './dialogs/ManagerDialogs'
import { useStepTaken } from './useStepTaken'
import { useViewer } from './viewer'

/** Not there, or closed to the reader. Whoever of the centre has a conflict does not see the file, and can hand it over unseen. */
export function MissingEngagement({ id, problem, retry }: { id: string; problem: unknown; retry: () => void }) {
  const { t } = useI18n()
  const me = useViewer()
  const taken = useStepTaken()
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  if (!me.isStaff || !isProblem(problem) || problem.status !== 404) {
    return <ItemTrouble problem={problem} retry={retry} list="/work/engagements" />
  }
  return (
    <Message title={t('item.missing')} text={t('engagement.missingText')}>
      <span className="row">
        <LinkButton to="/work/engagements" type="primary">{t('item.toList')}</LinkButton>
        <Button onClick={() => setOpen(true)}>{t('engagement.step.handOver')}</Button>
      </span>
      {open ? (
        <HandOverDialog
          engagement={{ id, managerId: me.id }}
          done={changed => {
            taken('handOver', changed)
            void navigate('/work/engagements')
          }}
          close={() => setOpen(false)}
        />
      ) : null}
    </Message>
  )
}
