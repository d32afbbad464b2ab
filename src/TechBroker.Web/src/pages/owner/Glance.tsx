import { Link } from 'react-router'
import { useI18n } from '../../i18n'
import { sideOf, type Kind } from './items'
import { countStandings, standings } from './pairs'
import { useEngagements } from './useEngagements'

/** How one's engagements stand. Where there are none, nothing. */
export function Glance({ kind }: { kind: Kind }) {
  const { t, number } = useI18n()
  const { data } = useEngagements()
  const mine = data?.filter(engagement => engagement.yourSide === sideOf(kind)) ?? []
  const counts = countStandings(mine, kind)
  if (standings.every(standing => counts[standing] === 0)) {
    return null
  }
  return (
    <nav className="owner-glance" aria-label={t('owner.glance')}>
      {standings.map(standing => (
        <Link key={standing} to="/work/engagements" className={standing === 'asked' && counts.asked > 0 ? 'owner-glance-asked' : undefined}>
          <b>{number(counts[standing])}</b>
          <span>{t(`owner.standing.${standing}`)}</span>
        </Link>
      ))}
    </nav>
  )
}
