import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Me } from '../../api/client'
import { useI18n } from '../../i18n'
import { useNames } from '../../shared/vocabularies'
import { DeclineDialog } from './DeclineDialog'
import { sideOf, type Kind } from './items'
import { standingOf, type Engagement } from './pairs'
import { isStaff } from './rights'
import { Dotted } from './tags'
import { useInterest } from './useInterest'

export interface PairProps {
  kind: Kind
  listingId: string
  needId: string
  title: string
  engagement?: Engagement
  /** Worth a button that stands out. */
  prominent: boolean
  me: Me
  own: boolean
}

const tones = { asked: 'attention', waiting: 'busy', mutual: 'talks', talking: 'talks', signed: 'good', closed: 'quiet' } as const

/** Where a pair stands, and what this side can say to it. */
export function Interest({ kind, listingId, needId, title, engagement, prominent, me, own }: PairProps) {
  const { t } = useI18n()
  const reasonName = useNames('close-reasons', engagement?.state === 'closed')
  const { express, busy } = useInterest({ kind, listingId, needId })
  const [declines, setDeclines] = useState(false)
  const standing = engagement ? standingOf(engagement, kind) : null
  const side = sideOf(kind)
  // To the centre's people it is nobody's turn but the two sides'.
  const word = !own && (standing === 'asked' || standing === 'waiting') ? 'awaited' : standing
  const mayLog = !engagement && isStaff(me)
  const mayReconsider = standing === 'closed' && own && engagement!.closedBySide === side
  const mayExpress = own && (!engagement || (standing === 'asked' && !engagement.frozen))
  return (
    <div className="owner-interest">
      {engagement && standing && word ? (
        <span className="row">
          <Dotted tone={tones[standing]}>{t(`owner.standing.${word}`)}</Dotted>
          {standing === 'closed' && engagement.closeReason ? <span className="quiet">{t('owner.closedFor', { reason: reasonName(engagement.closeReason) })}{engagement.closeNote ? t('owner.closedNote', { note: engagement.closeNote }) : null}</span> : null}
          {own && standing === 'asked' && engagement.state === 'interested' ? <span className="quiet">{t('owner.otherInterested')}</span> : null}
        </span>
      ) : null}
      <span className="row screen-only">
        {mayExpress ? <Button type={prominent ? 'primary' : undefined} loading={busy} aria-label={t('owner.interestIn', { title })} onClick={() => void express(engagement)}>{t('owner.interested')}</Button> : null}
        {own && standing === 'asked' ? <Button aria-label={t('owner.declineOf', { title })} onClick={() => setDeclines(true)}>{t('owner.decline')}</Button> : null}
        {mayReconsider ? <Button loading={busy} onClick={() => void express()}>{t('owner.reconsider')}</Button> : null}
        {mayLog ? <Button type={prominent ? 'primary' : undefined} loading={busy} aria-label={t('owner.logOf', { title })} onClick={() => void express()}>{t('owner.log')}</Button> : null}
        {engagement ? <Link to={`/work/engagements/${engagement.id}`} aria-label={t('owner.toEngagementOf', { title })}>{t('owner.toEngagement')}</Link> : null}
      </span>
      {declines && engagement ? <DeclineDialog engagement={engagement} title={title} onClose={() => setDeclines(false)} /> : null}
    </div>
  )
}
