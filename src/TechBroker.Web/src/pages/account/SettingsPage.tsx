import { useSession } from '../../app/session'
import { useI18n } from '../../i18n'
import { Sections } from './Sections'

export function Component() {
  const { t } = useI18n()
  const { has } = useSession()
  const sections = [{ to: '/work/settings', text: t('settings.me') }]
  if (has('provider', 'seeker', 'organiser', 'admin')) {
    sections.push({ to: '/work/settings/webhooks', text: t('settings.webhooks') })
  }
  return <Sections title={t('work.settings')} label={t('work.settings')} sections={sections} />
}
