import { Alert, Button } from 'antd'
import { useI18n } from '../../../i18n'
import { Facts } from '../../../shared/Facts'
import { Paragraphs } from '../../../shared/ItemPage'
import { nothing, useFieldLabel, useFieldText } from '../useFieldText'
import { listingKind, type ListingValues } from './listingKind'

const facts = ['fields', 'trl', 'keywords', 'ip', 'cooperationModes', 'askingPrice', 'regionCode'] as const

/** What stands in the step of each field that a good match hangs on. */
const wanted: [name: keyof ListingValues, step: number][] = [['summary', 0], ['description', 0], ['fields', 1], ['trl', 1], ['keywords', 1], ['cooperationModes', 2]]

/** Everything once more before it is published, and what is missing for good matches. */
export function ListingCheck({ values, onStep }: { values: ListingValues; onStep: (step: number) => void }) {
  const { t } = useI18n()
  const label = useFieldLabel()
  const text = useFieldText()
  const body = listingKind.toBody(values)
  const missing = wanted.filter(([name]) => text(name, values[name]) === nothing)
  return (
    <>
      <h2>{t('forms.check')}</h2>
      {missing.length > 0 ? (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 16 }}
          title={t('forms.missing')}
          description={
            <ul className="forms-missing">
              {missing.map(([name, step]) => <li key={name}><Button size="small" onClick={() => onStep(step)}>{label(name)}</Button></li>)}
            </ul>
          }
        />
      ) : null}
      <div className="forms-preview">
        <h3>{values.title || t('forms.titleMissing')}</h3>
        {values.summary ? <p>{values.summary}</p> : null}
        <Paragraphs text={values.description} />
        <Facts items={facts.map(name => [label(name), name === 'askingPrice' && !body.askingPrice ? t('market.priceOpen') : text(name, body[name])] as const).filter(([, value]) => value !== nothing).map(([name, value]) => [name, value])} />
      </div>
    </>
  )
}
