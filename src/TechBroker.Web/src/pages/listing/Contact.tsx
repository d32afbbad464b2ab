import { useLocation } from 'react-router'
import { useSession } from '../../app/session'
import { useI18n } from '../../i18n'
import { LinkButton } from '../../shared/LinkButton'

/** What a visitor can do next: whoever is signed in has their own ways on. */
export function Contact() {
  const { t } = useI18n()
  const { me } = useSession()
  const { pathname } = useLocation()
  return me === null ? <LinkButton to={`/sign-in?to=${encodeURIComponent(pathname)}`} type="primary" block>{t('item.signInToTalk')}</LinkButton> : null
}
