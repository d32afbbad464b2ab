import type { ReactNode } from 'react'
import { SaveButton } from '../SaveButton'
import { useI18n } from '../../../i18n'

/** A chart above its table: the same figures for whoever does not see the picture, wants the file, or wants to look into them. */
export function Drawn(props: { title: string; note?: ReactNode; choices?: ReactNode; csv?: string; chart: ReactNode; children: ReactNode }) {
  const { t } = useI18n()
  return (
    <section className="panel organiser-drawn">
      <div className="head-row">
        <h2>{props.title}</h2>
        <div className="row screen-only">{props.choices}</div>
      </div>
      {props.note ? <p className="quiet">{props.note}</p> : null}
      {props.chart}
      <div className="head-row">
        <h3>{t('stats.table')}</h3>
        {props.csv ? <SaveButton address={props.csv} text={t('stats.csv')} /> : null}
      </div>
      {props.children}
    </section>
  )
}
