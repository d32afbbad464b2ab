import { useI18n } from '../../i18n'
import type { Issue } from './rejected'

/** What was imported all the same and somebody should look at. */
export function Warnings({ issues }: { issues: Issue[] }) {
  const { t } = useI18n()
  const warnings = issues.filter(({ severity }) => severity === 'warning')
  return warnings.length === 0 ? null : (
    <details className="imports-warnings">
      <summary>{t('imports.warnings', { n: warnings.length })}</summary>
      <ul>
        {warnings.map((issue, i) => (
          <li key={i}>
            <span className="quiet">{t('imports.row', { n: issue.row })}</span> {issue.message} <span className="quiet">{issue.remedy}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
