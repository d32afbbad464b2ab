import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import type { Me } from '../../api/client'
import { useI18n } from '../../i18n'
import { LinkButton } from '../../shared/LinkButton'
import { useWorkTexts } from '../../shared/useWorkTexts'
import { PairDialog } from './PairDialog'
import { wayOf, type Kind } from './ways'

/** For whoever is signed in: say that they are interested, bring the item together with another, or read why they cannot. */
export function Approach({ kind, item, me }: { kind: Kind; item: { id: string; organisationId?: string | null }; me: Me }) {
  const { t } = useI18n()
  const [open, setOpen] = useState(false)
  const [engagementId, setEngagementId] = useState<string>()
  if (!useWorkTexts()) {
    return <Skeleton.Button active block />
  }

  const way = wayOf(kind, item, me)
  if (engagementId) {
    return (
      <>
        <p role="status">{t(way === 'pair' ? 'pair.begun' : 'pair.sent')}</p>
        <LinkButton to={`/work/engagements/${engagementId}`} type="primary" block>{t('pair.open')}</LinkButton>
      </>
    )
  }
  if (way === 'own') {
    return <LinkButton to={`/work/${kind}s/${item.id}`} type="primary" block>{t(kind === 'listing' ? 'pair.ownListing' : 'pair.ownNeed')}</LinkButton>
  }
  if (way === 'otherSide') {
    return <p className="quiet">{t(kind === 'listing' ? 'pair.notSeeker' : 'pair.notProvider')}</p>
  }
  return (
    <>
      <Button type="primary" block onClick={() => setOpen(true)}>{t(way === 'pair' ? 'pair.begin' : 'pair.interest')}</Button>
      <PairDialog open={open} kind={kind} id={item.id} way={way} me={me} close={() => setOpen(false)} done={setEngagementId} />
    </>
  )
}
