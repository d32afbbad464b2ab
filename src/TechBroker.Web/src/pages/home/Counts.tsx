import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { marketQuery } from '../../api/queries'
import { useI18n } from '../../i18n'

/** How large the market is. A visitor can do without: where it cannot be read nothing stands here. */
export function Counts() {
  const { t, number } = useI18n()
  const { data } = useQuery(marketQuery)
  return (
    <p className="counts">
      {data ? (
        <>
          <Link to="/listings"><b>{number(data.listings)}</b> {t('home.countListings')}</Link>
          <Link to="/needs"><b>{number(data.openNeeds)}</b> {t('home.countNeeds')}</Link>
        </>
      ) : <span>&nbsp;</span>}
    </p>
  )
}
