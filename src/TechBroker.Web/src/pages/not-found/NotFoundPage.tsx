import { Button, Result } from 'antd'
import { Link } from 'react-router'
import { useI18n } from '../../i18n'
import { useTitle } from '../../shared/useTitle'

export function Component() {
  const { t } = useI18n()
  useTitle(t('notFound.title'))
  return (
    <Result
      status="404"
      title={<h1 className="result-title">{t('notFound.title')}</h1>}
      subTitle={t('notFound.text')}
      extra={<Link to="/"><Button type="primary">{t('error.home')}</Button></Link>}
    />
  )
}
