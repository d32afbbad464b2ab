import { Button } from 'antd'
import { useRouteError } from 'react-router'
import { useI18n } from '../i18n'
import { Message } from '../shared/Message'

/** A page that could not be loaded or shown. After an update the old pages' files are gone from the server: loading anew gets the new ones. */
export function RouteError() {
  const { t } = useI18n()
  console.error(useRouteError())
  return (
    <Message title={t('error.page.title')} text={t('error.page.text')}>
      <Button type="primary" onClick={() => location.reload()}>{t('error.reload')}</Button>
    </Message>
  )
}
