import { useI18n } from '../../i18n'
import type { Item } from './items'

/** A blind need that somebody else posted has no title to show. */
export function useTitleOf() {
  const { t } = useI18n()
  return (item: Pick<Item, 'title'> | undefined) => item?.title ?? t('need.blindTitle')
}
