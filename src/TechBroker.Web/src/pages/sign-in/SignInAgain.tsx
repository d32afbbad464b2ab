import { Button, Modal } from 'antd'
import { useSession } from '../../app/session'
import { useI18n } from '../../i18n'
import { CodeForm } from './CodeForm'
import { PasswordForm } from './PasswordForm'
import { useSignIn } from './useSignIn'

/** Over a page of work whose session has ended: hides it, and gives it back as it was to whoever had it. */
export function SignInAgain() {
  const { t } = useI18n()
  const { me, signOut } = useSession()
  const { asksForCode, begin, prove, back } = useSignIn()
  return (
    <Modal
      open
      centered
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={null}
      // Above the page's own dialogs and drawers.
      zIndex={2000}
      width={420}
      title={t(asksForCode ? 'signIn.codeTitle' : 'signIn.again')}
      styles={{ mask: { background: 'var(--ant-color-bg-layout)' } }}
      // The dialog takes the focus for its first field, which is filled in.
      afterOpenChange={() => document.getElementById('sign-in_password')?.focus()}
    >
      {asksForCode ? <CodeForm send={prove} back={back} /> : <><p className="sign-in-again">{t('signIn.againText')}</p><PasswordForm send={begin} email={me?.email} /></>}
      <p className="form-link"><Button type="link" onClick={() => void signOut()}>{t('signIn.leave')}</Button></p>
    </Modal>
  )
}
