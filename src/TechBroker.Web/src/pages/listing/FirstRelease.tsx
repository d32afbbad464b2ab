import { useQuery } from '@tanstack/react-query'
import { Tag } from 'antd'
import { Link } from 'react-router'
import { useI18n } from '../../i18n'
import { pitchOf } from '../showcase/pitch'
import { firstReleaseQuery } from '../showcase/queries'

/** The listing's picture and, while it is in the showcase, the line about it. The page does without where there is neither, or where it cannot be read. */
export function FirstRelease({ listingId }: { listingId: string }) {
  const { t, language } = useI18n()
  const { data } = useQuery(firstReleaseQuery(listingId))
  const pitch = data?.shown ? pitchOf(data, language) : undefined
  return (
    <>
      {data?.picture
        ? <img className="item-picture" src={data.picture.path} width={data.picture.width} height={data.picture.height} alt={t('item.picture')} />
        : null}
      {pitch ? <p className="item-pitch"><Link to="/showcase"><Tag color="#ad4e00">{t('nav.showcase')}</Tag></Link>{pitch}</p> : null}
    </>
  )
}
