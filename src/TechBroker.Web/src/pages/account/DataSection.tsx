import { useI18n } from '../../i18n'
import { useTitle } from '../../shared/useTitle'
import { DeleteAccount } from './DeleteAccount'
import { MyData } from './MyData'
import { ObjectionPanel } from './ObjectionPanel'

export function Component() {
  const { t } = useI18n()
  useTitle(t('account.data'))
  return (
    <>
      <MyData />
      <ObjectionPanel />
      <DeleteAccount />
    </>
  )
}
