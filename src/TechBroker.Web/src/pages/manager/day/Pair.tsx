import { SwapOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Tag } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { api, bodyOf } from '../../../api/client'
import { useI18n } from '../../../i18n'
import type { Engagement } from './day'

const bestReasons = 2

export function usePairTitle() {
  const { t } = useI18n()
  return ({ listing, need }: Engagement) => ({ listing: listing?.title ?? '', need: need?.title ?? need?.blindSummary ?? t('need.blindTitle') })
}

/** One engagement in a block: the pair, what there is to say about it, and what to do. */
export function PairRow({ engagement, children, action }: { engagement: Engagement; children?: ReactNode; action?: ReactNode }) {
  const title = usePairTitle()(engagement)
  return (
    <li className="manager-pair">
      <div>
        <Link to={`/work/engagements/${engagement.id}`}>{title.listing} <SwapOutlined aria-hidden /> {title.need}</Link>
        {children}
      </div>
      {action ? <div className="row">{action}</div> : null}
    </li>
  )
}

/** How strong the match is, and the two reasons that weigh most. */
export function Why({ engagement }: { engagement: Engagement }) {
  const { t } = useI18n()
  const { listingId, needId } = engagement
  const { data } = useQuery({
    queryKey: ['matches', 'listing', listingId, 'why', needId],
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/listings/{id}/matches/{needId}/why', { params: { path: { id: listingId!, needId: needId! } }, signal })),
    enabled: Boolean(listingId && needId),
    staleTime: 300_000,
    retry: false,
  })
  if (!data) {
    return null
  }
  const reasons = [...data.reasons].sort((a, b) => b.score - a.score).slice(0, bestReasons)
  return (
    <p className="manager-why">
      <Tag color={data.level === 4 ? 'blue' : undefined}>{t(`engagement.level.${data.level as 1 | 2 | 3 | 4}`)}</Tag>
      {reasons.map(({ scorer, text }) => <span key={scorer} className="manager-why-text">{text}</span>)}
    </p>
  )
}
