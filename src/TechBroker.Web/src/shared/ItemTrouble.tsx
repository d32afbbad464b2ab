import { Button, Result } from 'antd'
import { Link } from 'react-router'
import { isProblem } from '../api/problem'
import { useI18n } from '../i18n'
import { Trouble } from './Trouble'

/** An item that is not there, or not for this reader: the API tells no difference, and neither does the page. */
export function ItemTrouble({ problem, retry, list }: { problem: unknown; retry: () => void; list: string }) {
  const { t } = useI18n()
  if (!isProblem(problem) || problem.status !== 404) {
    return <div className="page"><Trouble problem={problem} retry={retry} /></div>
  }
  return (
    <Result
      status="404"
      title={t('item.missing')}
      subTitle={t('item.missingText')}
      extra={<Link to={list}><Button type="primary">{t('item.toList')}</Button></Link>}
    />
  )
}
