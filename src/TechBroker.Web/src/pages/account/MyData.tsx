import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button, Collapse, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import { api, bodyOf, type Schema } from '../../api/client'
import { useI18n, type TextKey } from '../../i18n'
import { Facts } from '../../shared/Facts'
import { useProblemText } from '../../shared/problemText'
import { Trouble } from '../../shared/Trouble'
import { DataItem } from './DataItem'
import { Panel } from './Sections'
import { saveFile } from './saveFile'

const shownAtFirst = 20

// Where the API has one title for two sections.
const titles: Partial<Record<string, TextKey>> = {
  listings: 'account.dataListings',
  needs: 'account.dataNeeds',
  noticeSettings: 'account.dataNoticeSettings',
  auditAbout: 'account.dataAuditAbout',
  auditBy: 'account.dataAuditBy',
}

/** Everything that is held. Each look is on record, so that it is asked for when somebody wants to see it, not with the page. */
export function MyData() {
  const { t } = useI18n()
  const { message } = App.useApp()
  const problemText = useProblemText()
  const [wanted, setWanted] = useState(false)
  const { data, error, refetch } = useQuery({
    queryKey: ['me', 'data'],
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/me/data', { signal })),
    enabled: wanted,
    staleTime: Infinity,
    gcTime: 0,
  })
  const saving = useMutation({
    mutationFn: () => api.GET('/api/v1/me/data/export', { parseAs: 'blob' }),
    onSuccess: ({ data: file }) => saveFile(file as unknown as Blob, `techbroker-my-data-${new Date().toISOString().slice(0, 10)}.json`),
    onError: problem => void message.error(problemText(problem)),
  })
  return (
    <Panel title={t('account.data')} text={t('account.dataText')}>
      <div className="row">
        {wanted ? null : <Button type="primary" ghost onClick={() => setWanted(true)}>{t('account.dataShow')}</Button>}
        <Button loading={saving.isPending} onClick={() => saving.mutate()}>{t('account.dataExport')}</Button>
        <a href="/privacy" target="_blank" rel="noreferrer">{t('footer.privacy')}</a>
      </div>
      {error ? <Trouble problem={error} retry={() => void refetch()} /> : null}
      {wanted && !data && !error ? <Skeleton active title={false} /> : null}
      {data ? (
        <Collapse
          items={data.sections.map(section => ({
            key: section.name,
            label: titles[section.name] ? t(titles[section.name]!) : section.title,
            extra: <Tag>{t('account.dataCount', { n: section.items.length })}</Tag>,
            children: <Kind section={section} />,
          }))}
        />
      ) : null}
    </Panel>
  )
}

function Kind({ section }: { section: Schema['PersonalDataSection'] }) {
  const { t } = useI18n()
  const [all, setAll] = useState(false)
  const items = all ? section.items : section.items.slice(0, shownAtFirst)
  return (
    <div className="account-kind">
      <Facts items={[[t('account.purpose'), section.purpose], [t('account.basis'), section.legalBasis], [t('account.retention'), section.retention]]} />
      {section.items.length === 0 ? <p className="quiet">{t('account.dataNothing')}</p> : null}
      <ul className="account-items">
        {items.map((item, i) => <li key={i}><DataItem item={item} /></li>)}
      </ul>
      {items.length < section.items.length ? <Button onClick={() => setAll(true)}>{t('account.dataAll', { n: section.items.length })}</Button> : null}
    </div>
  )
}
