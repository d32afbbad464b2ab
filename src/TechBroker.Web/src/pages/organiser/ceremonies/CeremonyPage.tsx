import { PlusOutlined, PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useI18n } from '../../../i18n'
import { Facts } from '../../../shared/Facts'
import { ItemTrouble } from '../../../shared/ItemTrouble'
import { PageSkeleton } from '../../../shared/PageSkeleton'
import { useTitle } from '../../../shared/useTitle'
import { SaveButton } from '../SaveButton'
import { ceremonyQuery } from './queries'
import { SignedInvestments } from './SignedInvestments'
import { SigningsDrawer } from './SigningsDrawer'
import '../organiser.css'

/** What was signed at a ceremony: totals, the list to print, and the way to record more. */
export function Component() {
  const { t, day, money, number } = useI18n()
  const id = useParams().id!
  const { data, error, refetch } = useQuery(ceremonyQuery(id))
  const [recording, setRecording] = useState(false)
  useTitle(data?.title)
  if (error && !data) {
    return <ItemTrouble problem={error} retry={() => void refetch()} list="/work/ceremonies" />
  }
  if (!data) {
    return <PageSkeleton />
  }
  const list = `/api/v1/ceremonies/${id}/list`
  const parts = [['ceremony.contracts', data.contracts], ['ceremony.investments', data.investments]] as const
  return (
    <div className="page organiser">
      <Link to="/work/ceremonies" className="screen-only">← {t('work.ceremonies')}</Link>
      <header className="head-row">
        <h1>{data.title}</h1>
        <div className="row screen-only">
          <Button icon={<PrinterOutlined />} href={list} target="_blank" rel="noopener">{t('ceremony.print')}</Button>
          <SaveButton address={`${list}?format=xlsx`} text="Excel" />
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setRecording(true)}>{t('ceremony.record')}</Button>
        </div>
      </header>
      <section className="panel">
        <Facts items={[[t('ceremony.heldOn'), day(data.heldOn)], [t('ceremony.place'), data.place], [t('ceremony.note'), data.organiserNote]]} />
      </section>
      <dl className="organiser-head">
        {parts.map(([name, totals]) => (
          <div key={name} className="panel">
            <dt>{t(name)}</dt>
            <dd>{number(totals?.count ?? 0)}<small>{totals?.amounts.map(amount => <span key={amount.currency}>{money(amount)}</span>)}</small></dd>
          </div>
        ))}
      </dl>
      <SignedInvestments ceremonyId={id} />
      <SigningsDrawer ceremony={data} open={recording} close={() => setRecording(false)} />
    </div>
  )
}
