import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { Link } from 'react-router'
import { marketQuery } from '../../../api/queries'
import { useSession } from '../../../app/session'
import { useI18n } from '../../../i18n'

const steps = [
  ['/work/organisations', 'stats.first.organisations'],
  ['/work/people', 'stats.first.people'],
  ['/work/imports/new', 'stats.first.import'],
] as const

/** A centre that begins has no figures, and whoever sets it up begins on this page; until the first result or need is there. */
export function FirstSteps() {
  const { t } = useI18n()
  const { has } = useSession()
  const { data } = useQuery({ ...marketQuery, enabled: has('organiser', 'admin') })
  return data?.listings === 0 && data.openNeeds === 0 ? (
    <Alert
      className="screen-only"
      type="info"
      showIcon
      title={t('stats.first')}
      description={<ol className="organiser-first">{steps.map(([to, text]) => <li key={to}><Link to={to}>{t(text)}</Link></li>)}</ol>}
    />
  ) : null
}
