import { PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { lazy, Suspense, useEffect, useRef, type ComponentType } from 'react'
import { Link, useLocation, useParams } from 'react-router'
import { useI18n } from '../../../i18n'
import { PageSkeleton } from '../../../shared/PageSkeleton'
import { useTitle } from '../../../shared/useTitle'
import { FirstSteps } from './FirstSteps'
import { HeadFigures } from './HeadFigures'
import { PeriodPicker } from './PeriodPicker'
import type { Period } from './periods'
import { usePeriod } from './usePeriod'
import '../organiser.css'

const tabs: Record<string, ComponentType<{ period: Period }>> = {
  flow: lazy(() => import('./FlowTab').then(({ FlowTab }) => ({ default: FlowTab }))),
  value: lazy(() => import('./ValueTab').then(({ ValueTab }) => ({ default: ValueTab }))),
  funnel: lazy(() => import('./FunnelTab').then(({ FunnelTab }) => ({ default: FunnelTab }))),
  market: lazy(() => import('./MarketTab').then(({ MarketTab }) => ({ default: MarketTab }))),
  managers: lazy(() => import('./ManagersTab').then(({ ManagersTab }) => ({ default: ManagersTab }))),
  investments: lazy(() => import('./InvestmentsTab').then(({ InvestmentsTab }) => ({ default: InvestmentsTab }))),
}
const names = ['flow', 'value', 'funnel', 'market', 'managers', 'investments'] as const

/** Figures for whoever owes them tonight: one period for all, and each figure leads to what it is made of. */
export function Component() {
  const { t } = useI18n()
  const { search } = useLocation()
  const { period } = usePeriod()
  const asked = useParams().tab
  const tab = asked && asked in tabs ? asked : 'flow'
  const Tab = tabs[tab]!
  useTitle(t('work.statistics'))

  // On a phone there is no room for all tabs: the chosen one is to be seen.
  const nav = useRef<HTMLElement>(null)
  useEffect(() => {
    const chosen = nav.current?.querySelector<HTMLElement>('.active')
    if (nav.current && chosen) {
      nav.current.scrollLeft = chosen.offsetLeft - (nav.current.clientWidth - chosen.clientWidth) / 2
    }
  }, [tab])
  return (
    <div className="page organiser">
      <header className="head-row">
        <h1>{t('work.statistics')}</h1>
        <Button className="screen-only" icon={<PrinterOutlined />} onClick={() => print()}>{t('stats.print')}</Button>
      </header>
      <FirstSteps />
      <PeriodPicker />
      <HeadFigures period={period} />
      <nav ref={nav} className="tabs organiser-tabs screen-only" aria-label={t('work.statistics')}>
        {names.map(name => (
          <Link key={name} to={{ pathname: `/work/statistics/${name}`, search }} className={name === tab ? 'active' : ''} aria-current={name === tab ? 'page' : undefined} preventScrollReset>
            {t(`stats.tab.${name}`)}
          </Link>
        ))}
      </nav>
      <Suspense fallback={<PageSkeleton />}><Tab period={period} /></Suspense>
    </div>
  )
}
