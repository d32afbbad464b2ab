import { withoutColumn, type Issue } from './rejected'

/** What is wrong, and what to do; beside the cell itself without the name of its column. */
export function Problems({ issues, beside }: { issues: readonly Issue[]; beside?: boolean }) {
  return issues.map((issue, i) => (
    <span key={i} className="imports-problem">
      <span>{beside ? withoutColumn(issue.message) : issue.message}</span>
      <span className="imports-remedy">{issue.remedy}</span>
    </span>
  ))
}
