import { App } from 'antd'
import { useEffect } from 'react'
import { Link } from 'react-router'
import { useI18n } from '../../i18n'
import { useSession } from '../session'
import { onLive } from './bus'

// During an import matches come by the hundred.
const quietFor = 10_000

/** Below /work an owner is told of a new match at once. The centre's people are told of everybody's, which would never stop. */
export function MatchToasts() {
  const { message } = App.useApp()
  const { has } = useSession()
  const { t } = useI18n()
  const isStaff = has('manager', 'organiser', 'admin')
  const isProvider = has('provider')
  useEffect(() => {
    let last = 0
    return isStaff ? undefined : onLive(event => {
      if (event !== 'open' && event.kind === 'matchProposed' && Date.now() - last > quietFor) {
        last = Date.now()
        const { listingId, needId } = event.data
        message.info({
          content: <>{t('live.newMatch')} <Link className="live-link" to={isProvider ? `/work/listings/${String(listingId)}` : `/work/needs/${String(needId)}`}>{t('live.look')}</Link></>,
          duration: 8,
        })
      }
    })
  }, [isStaff, isProvider, message, t])
  return null
}
