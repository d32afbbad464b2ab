import { useI18n } from '../i18n'
import { LinkButton } from '../shared/LinkButton'
import { Message } from '../shared/Message'

export function NotAllowed() {
  const { t } = useI18n()
  return (
    <Message title={t('error.notAllowed.title')} text={t('error.notAllowed.text')}>
      <LinkButton to="/" type="primary">{t('error.home')}</LinkButton>
    </Message>
  )
}
