import { DownloadOutlined, UploadOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useSession } from '../../app/session'
import { useI18n } from '../../i18n'
import { Trouble } from '../../shared/Trouble'
import { useViewer } from '../engagements/viewer'
import { UploadDialog, WithdrawDialog, type evidenceKinds } from './dialogs/EvidenceDialogs'
import { evidenceQuery, type Deal, type Evidence } from './queries'

/** Files that show something of the contract. They are saved, never shown in place. */
export function EvidenceList({ deal }: { deal: Deal }) {
  const { t } = useI18n()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [adding, setAdding] = useState(false)
  const [withdrawing, setWithdrawing] = useState<Evidence>()
  const evidence = useQuery(evidenceQuery(deal.id))
  const changed = (text: string) => {
    void queries.invalidateQueries({ queryKey: ['deals', deal.id, 'evidence'] })
    void message.success(text)
  }
  return (
    <section className="panel" aria-labelledby="deal-evidence">
      <div className="head-row">
        <h2 id="deal-evidence">{t('deal.evidence')}</h2>
        {evidence.data ? <Button className="screen-only" icon={<UploadOutlined />} onClick={() => setAdding(true)}>{t('deal.evidence.add')}</Button> : null}
      </div>
      {evidence.isPending ? <Skeleton active title={false} paragraph={{ rows: 2 }} /> : null}
      {evidence.error ? <Trouble problem={evidence.error} retry={() => void evidence.refetch()} /> : null}
      {evidence.data?.items.length === 0 ? <p className="quiet">{t('deal.evidence.none')}</p> : null}
      <ul className="deals-files">
        {evidence.data?.items.map(file => <File key={file.id} file={file} withdraw={() => setWithdrawing(file)} />)}
      </ul>
      {adding ? <UploadDialog dealId={deal.id} done={() => changed(t('deal.evidence.uploaded'))} close={() => setAdding(false)} /> : null}
      {withdrawing ? <WithdrawDialog evidence={withdrawing} done={() => changed(t('deal.evidence.withdrawnDone'))} close={() => setWithdrawing(undefined)} /> : null}
    </section>
  )
}

function File({ file, withdraw }: { file: Evidence; withdraw: () => void }) {
  const { t, time, number } = useI18n()
  const me = useViewer()
  const organisation = useSession().me?.organisation?.id
  const mayRead = !file.withdrawnAt || me.isStaff
  const mayWithdraw = !file.withdrawnAt && (me.isStaff || (file.organisationId ? file.organisationId === organisation : file.uploadedFor === 'party'))
  return (
    <li className={file.withdrawnAt ? 'deals-reversed' : undefined}>
      <div>
        <strong>{file.fileName}</strong>
        <span className="card-facts">
          <span>{t(`deal.evidence.kind.${file.kind as (typeof evidenceKinds)[number]}`)}</span>
          <span>{t('deal.evidence.size', { kb: number(Math.max(1, Math.round(file.length / 1024))) })}</span>
          <span>{time(file.uploadedAt)}</span>
          <span>{t(file.uploadedFor === 'centre' ? 'deal.evidence.byCentre' : 'deal.evidence.byParty')}</span>
        </span>
        {file.note ? <span>{file.note}</span> : null}
        {file.withdrawnAt ? <span className="quiet">{t('deal.evidence.withdrawn', { reason: file.withdrawnReason ?? '' })}</span> : null}
      </div>
      <span className="row screen-only">
        {mayRead ? <Button size="small" icon={<DownloadOutlined />} href={`/api/v1/deals/${file.dealId}/evidence/${file.id}`} aria-label={t('deal.evidence.download', { name: file.fileName })} /> : null}
        {mayWithdraw ? <Button size="small" onClick={withdraw}>{t('deal.evidence.withdraw')}</Button> : null}
      </span>
    </li>
  )
}
