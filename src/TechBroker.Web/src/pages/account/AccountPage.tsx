import { useI18n } from '../../i18n'
import { Sections } from './Sections'

export function Component() {
  const { t } = useI18n()
  return (
    <Sections
      title={t('work.account')}
      label={t('work.account')}
      sections={[
        { to: '/work/account', text: t('account.profile') },
        { to: '/work/account/security', text: t('account.security') },
        { to: '/work/account/keys', text: t('account.keys') },
        { to: '/work/account/data', text: t('account.data') },
      ]}
    />
  )
}
