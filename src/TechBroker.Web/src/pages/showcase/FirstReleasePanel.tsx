import { useQuery } from '@tanstack/react-query'
import { Alert, Skeleton, Tag } from 'antd'
import { Link } from 'react-router'
import type { Listing, Schema } from '../../api/client'
import { useI18n } from '../../i18n'
import { Trouble } from '../../shared/Trouble'
import { firstReleaseQuery } from './queries'
import { ReleaseForm } from './ReleaseForm'
import { ReleasePicture } from './ReleasePicture'
import './release.css'

/** Where whoever may change a listing puts it into the showcase: its picture, a line about it, from when on, and out again. Below /work only. */
export function FirstReleasePanel({ listing }: { listing: Listing }) {
  const { t } = useI18n()
  const { data, error, refetch } = useQuery(firstReleaseQuery(listing.id))
  return (
    <section className="panel release" aria-labelledby="release-title">
      <div className="head-row">
        <h2 id="release-title">{t('release.title')}</h2>
        {data ? <Standing release={data} isPublished={listing.state === 'published'} /> : null}
      </div>
      <p className="quiet">{t('release.text')}</p>
      {error ? <Trouble problem={error} retry={() => void refetch()} /> : null}
      {isGone(listing) ? <Alert type="info" showIcon title={t('release.gone')} /> : null}
      {!data && !error ? <Skeleton active /> : null}
      {data && !isGone(listing) ? (
        <div className="release-parts">
          <ReleasePicture listingId={listing.id} picture={data.picture} />
          <ReleaseForm release={data} />
        </div>
      ) : null}
    </section>
  )
}

function isGone(listing: Listing) {
  return listing.state === 'withdrawn' || listing.state === 'transferred'
}

function Standing({ release, isPublished }: { release: Schema['FirstReleaseBody']; isPublished: boolean }) {
  const { t, day } = useI18n()
  return release.shown ? <Link to="/showcase"><Tag color="#237804">{t('release.isShown', { day: day(release.since!) })}</Tag></Link>
    : release.endedOn ? <Tag>{t('release.isEnded', { day: day(release.endedOn) })}</Tag>
    : release.since && !isPublished ? <Tag>{t('release.waits')}</Tag>
    : release.since ? <Tag color="blue">{t('release.comes', { day: day(release.since) })}</Tag>
    : <Tag>{t('release.isNone')}</Tag>
}
