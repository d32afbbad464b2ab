import { Alert, Button } from 'antd'
import { useI18n } from '../i18n'
import { isProblem } from '../api/problem'
import { useProblemText } from './problemText'

/** In place of what could not be read: what happened, and a way on. */
export function Trouble({ problem, retry }: { problem: unknown; retry?: () => void }) {
  const { t } = useI18n()
  const problemText = useProblemText()
  const trace = isProblem(problem) && problem.status >= 500 ? problem.traceId : undefined
  return (
    <Alert
      type="error"
      showIcon
      title={problemText(problem)}
      description={trace ? t('error.trace', { id: trace }) : undefined}
      action={retry ? <Button size="small" onClick={retry}>{t('error.retry')}</Button> : undefined}
    />
  )
}
