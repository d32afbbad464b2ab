import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Alert, Skeleton } from 'antd'
import { api, bodyOf, type Need, type Schema } from '../../../api/client'
import { useI18n } from '../../../i18n'
import { Paragraphs } from '../../../shared/ItemPage'
import { FieldTags } from '../../../shared/market'
import { Trouble } from '../../../shared/Trouble'
import { useSettled } from '../../../shared/useSettled'
import { NeedFacts } from '../../need/NeedPage'
import { giveaways } from './giveaways'
import { Marked } from './Marked'

type Body = Schema['PostNeedBody']
type Owner = Parameters<typeof giveaways>[1]

/** What the API answers to a stranger who is signed in, before anything is stored. */
const previewQuery = (body: Body) => ({
  queryKey: ['needs', 'preview', body],
  queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Need | null> => (await bodyOf(api.POST('/api/v1/needs/preview', { body, signal }))) ?? null,
})

export function NeedPreview({ body, owner, keepsCell, shown }: { body: Body; owner: Owner; keepsCell: boolean; shown: boolean }) {
  const { t } = useI18n()
  // By its text, which stays the same from one drawing to the next.
  const asked = JSON.parse(useSettled(JSON.stringify(body), 400)) as Body
  const enabled = shown && Boolean(asked.title?.trim())
  const { data, error, isFetching } = useQuery({ ...previewQuery(asked), enabled, placeholderData: keepPreviousData })
  return (
    <section style={{ marginTop: 24 }} aria-labelledby="need-preview" aria-busy={enabled && isFetching}>
      <h2 id="need-preview" style={{ marginBottom: 12 }}>{t('forms.preview')}</h2>
      {!shown ? null
        : !asked.title?.trim() ? <p className="forms-hint">{t('forms.preview.noTitle')}</p>
        : error ? <Trouble problem={error} />
        : data === undefined ? <Skeleton active />
        : data === null ? <Alert type="info" showIcon title={t('forms.preview.nobody')} description={t('forms.preview.nobodyText')} />
        : <Shown need={data} owner={owner} keepsCell={keepsCell} />}
    </section>
  )
}

function Shown({ need, owner, keepsCell }: { need: Need; owner: Owner; keepsCell: boolean }) {
  const { t } = useI18n()
  return (
    <>
      <p className="forms-hint" style={{ marginBottom: 8 }}>{t(need.visibility === 'blind' ? keepsCell ? 'forms.preview.blindKept' : 'forms.preview.blind' : 'forms.preview.open')}</p>
      <article className="forms-preview">
        <h3>{need.title ?? t('need.blindTitle')}</h3>
        {need.organisationName ? <p className="quiet">{need.organisationName}</p> : null}
        {need.title ? <Paragraphs text={need.description} />
          : need.blindSummary ? <p><Marked text={need.blindSummary} stretches={giveaways(need.blindSummary, owner)} /></p>
          : <p className="quiet">{t('need.blindNoSummary')}</p>}
        <FieldTags fields={need.fields} />
        <NeedFacts need={need} />
      </article>
    </>
  )
}
