import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useI18n } from '../../../i18n'

/** A figure in a table that opens what it is made of. */
export function FigureButton({ children, open }: { children: ReactNode; open: () => void }) {
  const { t } = useI18n()
  return <Button type="link" size="small" className="organiser-figure" title={t('stats.open')} onClick={open}>{children}</Button>
}
