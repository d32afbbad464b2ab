import { useEffect, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { isProblem } from '../../api/problem'
import { useSession } from '../../app/session'
import { useI18n } from '../../i18n'
import { useTitle } from '../../shared/useTitle'
import { CodeForm } from './CodeForm'
import { ExternalProviders } from './ExternalProviders'
import { PasswordForm, type Credentials } from './PasswordForm'
import { targetOf } from './target'

/** First address and password; then, for accounts that have one, the second factor. */
export function Component() {
  const { t } = useI18n()
  const { me, signIn } = useSession()
  const [params] = useSearchParams()
  const navigate = useNavigate()
  const [credentials, setCredentials] = useState<Credentials>()
  useTitle(t('session.signIn'))

  const target = targetOf(params)
  useEffect(() => {
    if (me) {
      void navigate(target, { replace: true })
    }
  }, [me, navigate, target])

  const begin = async (typed: Credentials) => {
    try {
      await signIn(typed)
    } catch (problem) {
      if (!isProblem(problem, 'second-factor-required')) {
        throw problem
      }
      setCredentials(typed)
    }
  }
  return (
    <div className="page narrow">
      <div className="card sign-in">
        <h1>{t(credentials ? 'signIn.codeTitle' : 'signIn.title')}</h1>
        {credentials
          ? <CodeForm send={proof => signIn({ ...credentials, ...proof })} back={() => setCredentials(undefined)} />
          : <><PasswordForm send={begin} /><ExternalProviders /></>}
      </div>
      {credentials ? null : <p className="quiet sign-in-note">{t('signIn.invitation')}</p>}
    </div>
  )
}
