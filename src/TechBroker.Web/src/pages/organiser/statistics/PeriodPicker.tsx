import { Segmented, Select } from 'antd'
import { useI18n } from '../../../i18n'
import { DayPicker } from '../../../shared/fields/DayPicker'
import { periodNames, type PeriodName } from './periods'
import { usePeriod } from './usePeriod'

/** One for all tabs; two days beside it where somebody wants their own. */
export function PeriodPicker() {
  const { t, day } = useI18n()
  const { period, choose } = usePeriod()
  const options = periodNames.map(name => ({ value: name, label: t(`stats.period.${name}`) }))
  const pick = (name: PeriodName) => choose({ name })
  return (
    <div className="organiser-period">
      <Segmented<PeriodName> className="desk-only screen-only" aria-label={t('stats.period')} options={options} value={period.name} onChange={pick} />
      <Select<PeriodName> className="phone-only" aria-label={t('stats.period')} options={options} value={period.name} onChange={pick} />
      {period.name === 'own' ? (
        <span className="organiser-days screen-only">
          <label><span className="visually-hidden">{t('stats.from')}</span><DayPicker value={period.from} max={period.to} onChange={from => from && choose({ name: 'own', from, to: period.to })} /></label>
          –
          <label><span className="visually-hidden">{t('stats.to')}</span><DayPicker value={period.to} min={period.from} onChange={to => to && choose({ name: 'own', from: period.from, to })} /></label>
        </span>
      ) : null}
      <span className="quiet">{t('stats.days', { from: day(period.from), to: day(period.to) })}</span>
    </div>
  )
}
