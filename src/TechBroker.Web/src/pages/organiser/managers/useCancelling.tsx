import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useI18n } from '../../../i18n'
import { useProblemText } from '../../../shared/problemText'

/** Takes a shift or an absence away, at once and with a way back. */
export function useCancelling() {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const problemText = useProblemText()
  const read = () => queries.invalidateQueries({ queryKey: ['managers'] })
  return async (remove: () => Promise<unknown>, restore: () => Promise<unknown>) => {
    const undo = async () => {
      message.destroy('centre-undo')
      await restore().catch((problem: unknown) => message.error(problemText(problem)))
      await read()
    }
    try {
      await remove()
      void message.success({
        key: 'centre-undo',
        duration: 8,
        content: <>{t('centre.cancelled')} <Button type="link" size="small" onClick={() => void undo()}>{t('centre.undo')}</Button></>,
      })
    } catch (problem) {
      void message.error(problemText(problem))
    }
    await read()
  }
}
