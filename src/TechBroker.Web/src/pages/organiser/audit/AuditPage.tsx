import { DownloadOutlined } from '@ant-design/icons'
import { Button, Popover } from 'antd'
import { useSearchParams } from 'react-router'
import { api, bodyOf, type Schema } from '../../../api/client'
import { useI18n } from '../../../i18n'
import { useCursorPages } from '../../../shared/useCursorPages'
import { useTitle } from '../../../shared/useTitle'
import { AuditFilters } from './AuditFilters'
import { AuditHead } from './AuditHead'
import { AuditTable, type AuditRow } from './AuditTable'
import { queryOf, searchOf, type AuditSearch } from './search'
import '../organiser.css'

/** Who did what, when; nothing in it can be changed without being noticed. */
export function Component() {
  const { t } = useI18n()
  const [params, setParams] = useSearchParams()
  const search = searchOf(params)
  const query = queryOf(search)
  useTitle(t('work.audit'))
  const pages = useCursorPages<AuditRow>({
    queryKey: ['audit', query],
    page: async (cursor, signal) => rowsOf(await bodyOf(api.GET('/api/v1/audit', { params: { query: { ...query, limit: '50', cursor } }, signal }))),
  })
  const change = (next: AuditSearch) => setParams(Object.entries(next).filter(([, value]) => value), { replace: true })
  const download = (format: 'csv' | 'jsonl') => `/api/v1/audit/export?${new URLSearchParams({ ...query, format })}`
  const formats = (
    <div className="organiser-export">
      <p>{t('audit.exportNote')}</p>
      <div className="row">
        <Button href={download('csv')} download>CSV</Button>
        <Button href={download('jsonl')} download>JSONL</Button>
      </div>
    </div>
  )
  return (
    <div className="page organiser">
      <header className="head-row">
        <div className="page-head">
          <h1>{t('work.audit')}</h1>
          <p>{t('audit.about')}</p>
        </div>
        <Popover trigger="click" placement="bottomRight" content={formats}><Button icon={<DownloadOutlined />}>{t('audit.export')}</Button></Popover>
      </header>
      <AuditHead />
      <AuditFilters search={search} change={change} />
      <AuditTable pages={pages} />
    </div>
  )
}

function rowsOf(page: Schema['PageOfAuditEntryBody']) {
  return { next: page.next, items: page.items.map(entry => ({ ...entry, id: String(entry.seq) })) }
}
