import { useEffect } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useSession } from '../../app/session'
import { useI18n } from '../../i18n'
import { useTitle } from '../../shared/useTitle'
import { CodeForm } from './CodeForm'
import { ExternalProviders } from './ExternalProviders'
import { PasswordForm } from './PasswordForm'
import { targetOf } from './target'
import { useSignIn } from './useSignIn'

export function Component() {
  const { t } = useI18n()
  const { me } = useSession()
  const { asksForCode, begin, prove, back } = useSignIn()
  const [params] = useSearchParams()
  const navigate = useNavigate()
  useTitle(t('session.signIn'))

  const target = targetOf(params)
  useEffect(() => {
    if (me) {
      void navigate(target, { replace: true })
    }
  }, [me, navigate, target])

  return (
    <div className="page narrow">
      <div className="card sign-in">
        <h1>{t(asksForCode ? 'signIn.codeTitle' : 'signIn.title')}</h1>
        {asksForCode ? <CodeForm send={prove} back={back} /> : <><PasswordForm send={begin} /><ExternalProviders /></>}
      </div>
      {asksForCode ? null : <p className="quiet sign-in-note">{t('signIn.invitation')}</p>}
    </div>
  )
}
