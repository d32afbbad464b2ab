import { useQuery } from '@tanstack/react-query'
import { Skeleton, Tag } from 'antd'
import { useI18n, type TextKey } from '../../i18n'
import { Trouble } from '../../shared/Trouble'
import { useFieldName, useNames } from '../../shared/vocabularies'
import { whyQuery } from './queries'
import { partsOf, untold, type Part } from './why'

/** Why this match: what each scorer adds to the score, and the terms that it found. */
export function WhyMatch({ listingId, needId, side }: { listingId: string; needId: string; side: string | null | undefined }) {
  const { t } = useI18n()
  const { data, error, isPending, refetch } = useQuery(whyQuery(listingId, needId, side))
  return (
    <section className="panel" aria-labelledby="engagement-why">
      <div className="head-row">
        <h2 id="engagement-why">{t('engagement.why')}</h2>
        {data?.rank && data.of ? <span className="quiet">{t('engagement.why.rank', { rank: data.rank, of: data.of })}</span> : null}
      </div>
      {isPending ? <Skeleton active title={false} /> : null}
      {error ? <Trouble problem={error} retry={() => void refetch()} /> : null}
      {data === null ? <p className="quiet">{t('engagement.why.none')}</p> : null}
      {data ? <Parts {...partsOf(data.score, data.reasons)} level={data.level} /> : null}
    </section>
  )
}

function Parts({ parts, total, level }: { parts: Part[]; total: number; level: number }) {
  const { t } = useI18n()
  const field = useFieldName()
  const mode = useNames('cooperation-modes')
  const named = ({ scorer, terms }: Part) => terms.map(term => (scorer === 'field' ? field(term) : scorer === 'cooperation' ? mode(term) : term))
  const largest = Math.max(1, ...parts.map(part => Math.abs(part.points)))
  return (
    <table className="engagements-why">
      <caption className="visually-hidden">{t('engagement.why')}</caption>
      <tbody>
        {parts.map(part => (
          <tr key={part.scorer}>
            <th scope="row">{t(`engagement.scorer.${part.scorer}` as TextKey)}</th>
            <td className="engagements-why-bar" aria-hidden><span className={part.points < 0 ? 'engagements-against' : undefined} style={{ width: `${(Math.abs(part.points) / largest) * 100}%` }} /></td>
            <td className="number">{part.points > 0 ? '+' : ''}{part.points}</td>
            <td className="engagements-why-text">
              {part.text}
              <span className="tags">{untold(part.text, named(part)).slice(0, 8).map(term => <Tag key={term}>{term}</Tag>)}</span>
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('engagement.why.total')}</th>
          <td aria-hidden />
          <td className="number">{total}</td>
          <td className="engagements-why-text">{t(`engagement.level.${level}` as TextKey)}</td>
        </tr>
      </tfoot>
    </table>
  )
}
