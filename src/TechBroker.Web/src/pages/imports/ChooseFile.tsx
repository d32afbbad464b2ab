import { DownloadOutlined, InboxOutlined } from '@ant-design/icons'
import { App, Button, Segmented, Upload } from 'antd'
import { useSession } from '../../app/session'
import { useI18n } from '../../i18n'
import { useProblemText } from '../../shared/problemText'
import { Trouble } from '../../shared/Trouble'
import { OrganisationSelect } from '../../shared/fields/OrganisationSelect'
import { download } from './download'
import type { ImportKind } from './importQueries'
import type { CurrentImport } from './useImport'

export function ChooseFile({ kinds, kind, onKind, current }: { kinds: ImportKind[]; kind: ImportKind; onKind: (kind: ImportKind) => void; current: CurrentImport }) {
  const { t } = useI18n()
  const { has } = useSession()
  return (
    <div className="columns">
      <section className="panel" aria-label={t('imports.step.file')}>
        {kinds.length > 1 ? (
          <Segmented
            aria-label={t('imports.kind')}
            value={kind}
            onChange={onKind}
            options={kinds.map(value => ({ value, label: t(value === 'needs' ? 'market.need' : 'market.listing') }))}
            style={{ alignSelf: 'flex-start' }}
          />
        ) : null}
        {has('manager', 'organiser', 'admin') ? (
          <div className="filter">
            <label htmlFor="imports-organisation">{t('imports.organisation')}</label>
            <OrganisationSelect id="imports-organisation" value={current.organisationId} onChange={current.setOrganisation} placeholder={t('forms.organisationHint')} />
          </div>
        ) : null}
        <Upload.Dragger
          accept=".xlsx,.csv,.jsonl"
          maxCount={1}
          showUploadList={false}
          disabled={current.busy}
          beforeUpload={file => {
            void current.check(file)
            return Upload.LIST_IGNORE
          }}
        >
          <p className="imports-icon"><InboxOutlined /></p>
          <p className="imports-drop">{current.busy ? t('imports.uploading') : t('imports.drop')}</p>
          <p className="quiet">{t('imports.formats')}</p>
        </Upload.Dragger>
        <p className="quiet">{t('imports.nothingYet')}</p>
        {current.problem ? <Trouble problem={current.problem} /> : null}
      </section>
      <Columns kind={kind} />
    </div>
  )
}

/** What the file should hold, and a template that holds it. */
function Columns({ kind }: { kind: ImportKind }) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const problemText = useProblemText()
  const template = (format: 'xlsx' | 'csv') =>
    download(`/api/v1/imports/template?kind=${kind}&format=${format}`, `techbroker-${kind}.${format}`).catch((problem: unknown) => message.error(problemText(problem)))
  return (
    <aside className="panel" aria-labelledby="imports-columns">
      <h2 id="imports-columns">{t('imports.columns')}</h2>
      <p>{t(kind === 'needs' ? 'imports.columns.needs' : 'imports.columns.listings')}</p>
      <p className="quiet">{t('imports.columns.note')}</p>
      <div className="row">
        <Button icon={<DownloadOutlined />} onClick={() => void template('xlsx')}>{t('imports.template.xlsx')}</Button>
        <Button type="link" onClick={() => void template('csv')}>CSV</Button>
      </div>
    </aside>
  )
}
