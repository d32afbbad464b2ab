import { isProblem } from '../api/problem'
import { useI18n } from '../i18n'
import { LinkButton } from './LinkButton'
import { Message } from './Message'
import { Trouble } from './Trouble'

/** An item that is not there, or not for this reader: the API tells no difference, and neither does the page. */
export function ItemTrouble({ problem, retry, list }: { problem: unknown; retry: () => void; list: string }) {
  const { t } = useI18n()
  if (!isProblem(problem) || problem.status !== 404) {
    return <div className="page"><Trouble problem={problem} retry={retry} /></div>
  }
  return (
    <Message title={t('item.missing')} text={t('item.missingText')}>
      <LinkButton to={list} type="primary">{t('item.toList')}</LinkButton>
    </Message>
  )
}
