import { Tag } from 'antd'
import type { Schema } from '../../../api/client'
import { useSession } from '../../../app/session'
import { useI18n, type TextKey } from '../../../i18n'
import { PairActions } from './PairActions'
import { Side } from './Side'

/** Two that may be one, side by side, with what speaks for it. */
export function Pair({ pair }: { pair: Schema['DuplicateBody'] }) {
  const { t, ago } = useI18n()
  const { has } = useSession()
  const merged = pair.keep ? (pair.keep === pair.a ? 'a' : 'b') : null
  return (
    <article className="panel organiser-duplicate">
      <header className="head-row">
        <div className="row">
          <Tag>{t(pair.kind === 'need' ? 'market.need' : 'market.listing')}</Tag>
          <strong>{t(`duplicate.because.${pair.because}` as TextKey)}</strong>
          <Tag color={pair.sameOwner ? 'blue' : 'orange'}>{t(pair.sameOwner ? 'duplicate.sameOwner' : 'duplicate.dispute')}</Tag>
        </div>
        <span className="quiet">{ago(pair.foundAt)}</span>
      </header>
      <div className="organiser-pair">
        <Side kind={pair.kind} id={pair.a} label={t('duplicate.older')} kept={merged === 'a'} />
        <Side kind={pair.kind} id={pair.b} label={t('duplicate.newer')} kept={merged === 'b'} />
      </div>
      {pair.decision ? <p>{t(`duplicate.decided.${pair.decision}` as TextKey)}</p> : null}
      {pair.note ? <p className="quiet">{pair.note}</p> : null}
      {has('organiser', 'admin') ? <PairActions pair={pair} /> : null}
    </article>
  )
}
