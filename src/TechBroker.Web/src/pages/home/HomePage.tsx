import { useI18n } from '../../i18n'
import { useTitle } from '../../shared/useTitle'
import { Hero } from './Hero'
import { LatestListings, LatestNeeds } from './Latest'
import { Offers } from './Offers'

export function Component() {
  const { t } = useI18n()
  useTitle(undefined)
  return (
    <div className="page">
      <Hero />
      <Offers />
      <section aria-labelledby="latest-listings">
        <LatestListings headingId="latest-listings" title={t('home.latestListings')} />
      </section>
      <section aria-labelledby="latest-needs">
        <LatestNeeds headingId="latest-needs" title={t('home.latestNeeds')} />
      </section>
    </div>
  )
}
