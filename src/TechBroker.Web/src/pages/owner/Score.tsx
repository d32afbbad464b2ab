import { useI18n } from '../../i18n'

/** A score as a small bar with its number, of a hundred. */
export function Score({ score, level }: { score: number; level: number }) {
  const { t, number } = useI18n()
  const hundredths = Math.round(score * 100)
  const known = level === 4 || level === 3 || level === 2 ? level : 1
  return (
    <div className={`owner-score owner-score-${known}`}>
      <span className="owner-score-bar" aria-hidden><span style={{ width: `${Math.max(2, Math.min(100, hundredths))}%` }} /></span>
      <b>{number(hundredths)}</b>
      <span className="visually-hidden">{t('owner.score.of')}</span>
      <span>{t(`owner.level.${known}`)}</span>
    </div>
  )
}
