import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { periodOf, type Period } from './periods'
import { today as centreToday } from '../../../shared/today'

/** The period in the address, and how to choose another: all tabs share it. */
export function usePeriod(): { period: Period; choose: (next: Partial<Period> & Pick<Period, 'name'>) => void } {
  const [params, setParams] = useSearchParams()
  const today = centreToday()
  const period = useMemo(() => periodOf(params, today), [params, today])
  const choose = (next: Partial<Period> & Pick<Period, 'name'>) => setParams(now => {
    const params = new URLSearchParams(now)
    params.set('period', next.name)
    for (const end of ['from', 'to'] as const) {
      if (next.name === 'own') {
        params.set(end, next[end] ?? period[end])
      } else {
        params.delete(end)
      }
    }
    return params
  }, { replace: true })
  return { period, choose }
}
