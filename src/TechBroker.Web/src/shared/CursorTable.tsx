import { Skeleton, Table, type TableProps } from 'antd'
import type { ReactNode } from 'react'
import { LoadMore } from './LoadMore'
import { Trouble } from './Trouble'
import type { CursorPages } from './useCursorPages'

/** A table over a list of the API: skeleton, trouble, `empty` where there is nothing, and a button for more below. Rows have an `id`. */
export function CursorTable<T extends { id: string }>(props: {
  pages: CursorPages<T>
  columns: TableProps<T>['columns']
  empty: ReactNode
  table?: Omit<TableProps<T>, 'columns' | 'dataSource' | 'rowKey' | 'pagination' | 'loading'>
}) {
  const { pages } = props
  if (pages.error && pages.items.length === 0) {
    return <Trouble problem={pages.error} retry={pages.retry} />
  }
  if (pages.isPending) {
    return <Skeleton active paragraph={{ rows: 8 }} title={false} />
  }
  return (
    <>
      <Table<T>
        rowKey="id"
        size="middle"
        scroll={{ x: 'max-content' }}
        columns={props.columns}
        dataSource={pages.items}
        pagination={false}
        loading={pages.isStale}
        locale={{ emptyText: props.empty }}
        {...props.table}
      />
      {pages.error ? <Trouble problem={pages.error} retry={pages.retry} /> : null}
      <LoadMore pages={pages} />
    </>
  )
}
