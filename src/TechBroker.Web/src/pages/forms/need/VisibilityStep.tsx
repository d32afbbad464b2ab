import { Form, Input, Radio } from 'antd'
import { useI18n } from '../../../i18n'
import { giveaways } from './giveaways'
import { NeedPreview } from './NeedPreview'
import type { NeedKind, NeedValues, Visibility } from './needKind'

const choices: readonly Visibility[] = ['open', 'blind', 'private']

/** Who sees the need, and exactly what they will see. */
export function VisibilityStep(props: {
  kind: NeedKind
  values: NeedValues
  owner: { name: string; creditCode?: string | null } | null | undefined
  /** On the market as a blind one already. */
  keepsCell: boolean
  shown: boolean
}) {
  const { t } = useI18n()
  const { values, owner } = props
  const found = giveaways(values.blindSummary, owner)
  return (
    <>
      <h2>{t('forms.need.visibilityTitle')}</h2>
      <Form.Item name="visibility" label={t('forms.visibility')}>
        <Radio.Group
          className="forms-choice"
          options={choices.map(value => ({
            value,
            label: (
              <>
                <strong>{t(`forms.visibility.${value}`)}</strong>
                <span className="quiet">{t(`forms.visibility.${value}Text`)}</span>
              </>
            ),
          }))}
        />
      </Form.Item>
      {values.visibility === 'blind' ? (
        <Form.Item
          name="blindSummary"
          label={t('forms.blindSummary')}
          extra={t('forms.blindSummaryHint')}
          {...(found.length > 0
            ? { validateStatus: 'warning' as const, help: t('forms.giveaway', { words: found.map(({ from, to }) => values.blindSummary.slice(from, to)).join(t('list.comma')) }) }
            : {})}
        >
          <Input.TextArea maxLength={2000} showCount autoSize={{ minRows: 3, maxRows: 10 }} placeholder={t('forms.blindSummaryExample')} />
        </Form.Item>
      ) : null}
      <NeedPreview body={{ ...props.kind.toBody(values), organisationId: values.organisationId }} owner={owner} keepsCell={props.keepsCell} shown={props.shown} />
    </>
  )
}
