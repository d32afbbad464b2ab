import { Button, Result } from 'antd'
import { Link } from 'react-router'
import { useI18n } from '../i18n'

export function NotAllowed() {
  const { t } = useI18n()
  return (
    <Result
      status="warning"
      title={t('error.notAllowed.title')}
      subTitle={t('error.notAllowed.text')}
      extra={<Link to="/"><Button type="primary">{t('error.home')}</Button></Link>}
    />
  )
}
