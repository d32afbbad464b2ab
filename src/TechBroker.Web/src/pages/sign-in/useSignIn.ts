import { useState } from 'react'
import { isProblem } from '../../api/problem'
import { useSession } from '../../app/session'
import type { Credentials } from './PasswordForm'

/** First address and password; then, for accounts that have one, the second factor. */
export function useSignIn() {
  const { signIn } = useSession()
  const [credentials, setCredentials] = useState<Credentials>()
  return {
    asksForCode: credentials !== undefined,
    begin: async (typed: Credentials) => {
      try {
        await signIn(typed)
      } catch (problem) {
        if (!isProblem(problem, 'second-factor-required')) {
          throw problem
        }
        setCredentials(typed)
      }
    },
    prove: (proof: Proof) => signIn({ ...credentials!, ...proof }),
    back: () => setCredentials(undefined),
  }
}

export interface Proof {
  code?: string
  recoveryCode?: string
}
