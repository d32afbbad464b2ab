import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { useParams } from 'react-router'
import type { Need } from '../../api/client'
import { needQuery } from '../../api/queries'
import { useI18n } from '../../i18n'
import { Facts } from '../../shared/Facts'
import { ItemPage, Paragraphs } from '../../shared/ItemPage'
import { ItemTrouble } from '../../shared/ItemTrouble'
import { FieldTags, ModeTags } from '../../shared/market'
import { PageSkeleton } from '../../shared/PageSkeleton'
import { useTitle } from '../../shared/useTitle'
import { useNames, useRegionName } from '../../shared/vocabularies'
import { Contact } from '../listing/Contact'

export function Component() {
  const { t } = useI18n()
  const { data, error, refetch } = useQuery(needQuery(useParams().id!))
  const title = data ? data.title ?? t('need.blindTitle') : undefined
  useTitle(title)
  if (error) {
    return <ItemTrouble problem={error} retry={() => void refetch()} list="/needs" />
  }
  if (!data) {
    return <PageSkeleton />
  }
  return (
    <ItemPage kind={t('market.need')} title={title!} owner={data.organisationName} facts={<NeedFacts need={data} />} actions={<Contact kind="need" item={data} />}>
      {data.title ? <Paragraphs text={data.description} /> : (
        <>
          <Alert type="info" showIcon title={t('need.blindNote')} />
          <Paragraphs text={data.blindSummary ?? t('need.blindNoSummary')} />
        </>
      )}
      <FieldTags fields={data.fields} />
    </ItemPage>
  )
}

export function NeedFacts({ need }: { need: Need }) {
  const { t, money, day } = useI18n()
  const region = useRegionName()
  const level = useNames('trl')
  return (
    <Facts
      items={[
        [t('need.wantedMaturity'), need.minTrl ? `${t('market.minTrl', { n: need.minTrl })} · ${level(String(need.minTrl))}` : null],
        // Of a need without a title this is hidden, not open.
        [t('need.budget'), need.budget ? <strong key="budget">{money(need.budget)}</strong> : need.title ? t('market.priceOpen') : null],
        [t('market.mode'), need.cooperationModes.length > 0 ? <ModeTags key="modes" modes={need.cooperationModes} /> : null],
        [t('market.region'), need.regionCode ? region(need.regionCode) : null],
        [t('need.deadline'), need.deadline ? day(need.deadline) : null],
        [t('market.keywords'), need.keywords.join(t('list.comma'))],
        [t('market.published'), need.publishedAt ? day(need.publishedAt) : null],
      ]}
    />
  )
}
