import { Button } from 'antd'
import { useI18n } from '../i18n'
import type { CursorPages } from './useCursorPages'

export function LoadMore({ pages }: { pages: Pick<CursorPages<unknown>, 'hasMore' | 'isLoadingMore' | 'loadMore'> }) {
  const { t } = useI18n()
  return pages.hasMore ? (
    <div className="load-more">
      <Button onClick={pages.loadMore} loading={pages.isLoadingMore}>{t('list.more')}</Button>
    </div>
  ) : null
}
