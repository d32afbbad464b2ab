import { useSearchParams } from 'react-router'
import { listingPages } from '../../api/queries'
import { useI18n } from '../../i18n'
import { ListingCard } from '../../shared/market'
import { useCursorPages } from '../../shared/useCursorPages'
import { useTitle } from '../../shared/useTitle'
import { readFilter } from './filters'
import { SearchPage } from './SearchPage'

export function Component() {
  const { t } = useI18n()
  const [params] = useSearchParams()
  useTitle(t('nav.listings'))
  const pages = useCursorPages(listingPages(readFilter(params)))
  return <SearchPage kind="listings" title={t('nav.listings')} pages={pages} card={(item, q) => <ListingCard key={item.id} listing={item} question={q} />} />
}
