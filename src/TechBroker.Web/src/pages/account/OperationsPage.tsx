import { api, bodyOf } from '../../api/client'
import { useSession } from '../../app/session'
import { useI18n } from '../../i18n'
import { useTitle } from '../../shared/useTitle'
import './account.css'
import { Deliveries } from './Deliveries'
import { HealthPanel } from './HealthPanel'
import { ParkedPanel } from './ParkedPanel'
import { ProcessesPanel } from './ProcessesPanel'
import { Panel } from './Sections'

/** Whether the platform is well, and what an administrator can set right. */
export function Component() {
  const { t } = useI18n()
  const { has } = useSession()
  useTitle(t('operations.title'))
  return (
    <div className="page account">
      <header className="page-head">
        <h1>{t('operations.title')}</h1>
        <p>{t('operations.text')}</p>
      </header>
      <HealthPanel />
      <ProcessesPanel />
      {has('admin') ? (
        <>
          <ParkedPanel />
          <Panel title={t('operations.deliveries')} text={t('operations.deliveriesText')}>
            <Deliveries
              queryKey={['deliveries']}
              first="failed"
              empty={t('operations.deliveriesNone')}
              read={(query, signal) => bodyOf(api.GET('/api/v1/deliveries', { params: { query }, signal }))}
              again={id => bodyOf(api.POST('/api/v1/deliveries/{id}/redeliver', { params: { path: { id } } }))}
            />
          </Panel>
        </>
      ) : null}
    </div>
  )
}
