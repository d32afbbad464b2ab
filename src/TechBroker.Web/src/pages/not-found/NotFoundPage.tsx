import { useI18n } from '../../i18n'
import { LinkButton } from '../../shared/LinkButton'
import { Message } from '../../shared/Message'
import { useTitle } from '../../shared/useTitle'

export function Component() {
  const { t } = useI18n()
  useTitle(t('notFound.title'))
  return (
    <Message title={t('notFound.title')} text={t('notFound.text')}>
      <LinkButton to="/" type="primary">{t('error.home')}</LinkButton>
    </Message>
  )
}
