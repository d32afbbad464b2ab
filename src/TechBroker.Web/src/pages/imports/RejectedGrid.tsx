import { Table } from 'antd'
import { useI18n } from '../../i18n'
import { Problems } from './Problems'
import type { RejectedRow, RejectedTable } from './rejected'

/** Enough to know a row by: its number and its name in most files. */
const knownBy = 2

/** As the file has them, with the wrong cells marked; columns in which nothing is wrong are left out unless asked for. */
export function RejectedGrid({ table, all }: { table: RejectedTable; all: boolean }) {
  const { t } = useI18n()
  const shown = table.columns.map((_, i) => i).filter(i => all || i < knownBy || table.rows.some(row => row.cells[i]!.issues.length > 0))
  const hasRowIssues = table.rows.some(row => row.issues.length > 0)
  return (
    // Not the table's own scrolling, which no key reaches.
    <div className="imports-scroll" tabIndex={0} role="region" aria-label={t('imports.rejectedRows', { n: table.rows.length })}>
      <Table<RejectedRow>
        rowKey="row"
        size="small"
        className="imports-grid"
        bordered
        dataSource={table.rows}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          { title: t('imports.rowNumber'), dataIndex: 'row', width: 72, className: 'number', align: 'right' },
          ...(hasRowIssues ? [{ title: t('imports.wholeRow'), key: 'issues', width: 300, render: (_: unknown, row: RejectedRow) => <Problems issues={row.issues} /> }] : []),
          ...shown.map(i => ({
            title: table.columns[i],
            key: i,
            onCell: (row: RejectedRow) => ({ className: row.cells[i]!.issues.length > 0 ? 'imports-wrong' : undefined }),
            render: (_: unknown, row: RejectedRow) => <Cell cell={row.cells[i]!} />,
          })),
        ]}
      />
    </div>
  )
}

function Cell({ cell }: { cell: RejectedRow['cells'][number] }) {
  const { t } = useI18n()
  return (
    <div className="imports-cell">
      <span className="imports-value" title={cell.text.length > 80 ? cell.text : undefined}>
        {cell.text || (cell.issues.length > 0 ? <span className="quiet">{t('imports.empty')}</span> : '')}
      </span>
      <Problems issues={cell.issues} beside />
    </div>
  )
}
