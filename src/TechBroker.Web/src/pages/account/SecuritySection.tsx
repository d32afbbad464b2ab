import { useI18n } from '../../i18n'
import { useTitle } from '../../shared/useTitle'
import { PasswordPanel } from './PasswordPanel'
import { SecondFactorPanel } from './SecondFactorPanel'
import { SessionsPanel } from './SessionsPanel'

export function Component() {
  const { t } = useI18n()
  useTitle(t('account.security'))
  return (
    <>
      <PasswordPanel />
      <SecondFactorPanel />
      <SessionsPanel />
    </>
  )
}
