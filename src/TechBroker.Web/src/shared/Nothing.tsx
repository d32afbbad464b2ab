import { Empty } from 'antd'
import type { ReactNode } from 'react'

/** An empty list says what to do next. */
export function Nothing({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={text}>
      {children}
    </Empty>
  )
}
