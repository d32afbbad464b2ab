import { useSearchParams } from 'react-router'
import { needPages } from '../../api/queries'
import { useI18n } from '../../i18n'
import { NeedCard } from '../../shared/market'
import { useCursorPages } from '../../shared/useCursorPages'
import { useTitle } from '../../shared/useTitle'
import { readFilter } from './filters'
import { SearchPage } from './SearchPage'

export function Component() {
  const { t } = useI18n()
  const [params] = useSearchParams()
  useTitle(t('nav.needs'))
  const pages = useCursorPages(needPages(readFilter(params)))
  return <SearchPage kind="needs" title={t('nav.needs')} pages={pages} card={(item, q) => <NeedCard key={item.id} need={item} question={q} />} />
}
