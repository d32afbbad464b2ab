import { DownOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useNavigate } from 'react-router'
import { useI18n, type TextKey } from '../../i18n'
import type { Engagement } from './queries'
import type { StepKey } from './steps'

/** What a step is called for this reader: a side speaks for itself, the centre records. */
export function stepText(step: StepKey, engagement: Engagement): TextKey {
  return step === 'interest' && engagement.yourSide ? 'engagement.step.interestOwn'
    : step === 'negotiate' && ['negotiating', 'publicity'].includes(engagement.state) ? 'engagement.negotiate.again'
    : step === 'deal' && engagement.state === 'signed' ? 'engagement.step.furtherDeal'
    : `engagement.step.${step}`
}

const ends: readonly StepKey[] = ['decline', 'close']

/** One step as the button that takes it on, the others in a menu. */
export function NextSteps(props: { engagement: Engagement; steps: StepKey[]; primary?: StepKey; dealId?: string; take: (step: Exclude<StepKey, 'deal'>) => void }) {
  const { t } = useI18n()
  const navigate = useNavigate()
  const take = (step: StepKey) => step === 'deal'
    ? void navigate(`/work/deals/new?engagement=${props.engagement.id}${props.engagement.state === 'signed' && props.dealId ? `&follows=${props.dealId}` : ''}`)
    : props.take(step)
  // A side's no is no less at hand than its yes.
  const beside = props.engagement.yourSide ? props.steps.filter(step => step !== props.primary) : []
  const rest = props.steps.filter(step => step !== props.primary && !beside.includes(step))
  return (
    <div className="row screen-only">
      {props.primary ? <Button type="primary" onClick={() => take(props.primary!)}>{t(stepText(props.primary, props.engagement))}</Button> : null}
      {beside.map(step => <Button key={step} onClick={() => take(step)}>{t(stepText(step, props.engagement))}</Button>)}
      {rest.length > 0 ? (
        <Dropdown
          autoFocus
          trigger={['click']}
          menu={{
            items: rest.flatMap((step, i) => [
              ...(ends.includes(step) && i > 0 && !ends.includes(rest[i - 1]!) ? [{ type: 'divider' as const }] : []),
              { key: step, label: t(stepText(step, props.engagement)), danger: ends.includes(step) },
            ]),
            onClick: ({ key, domEvent }) => {
              // Else the same key would press the button that the dialog gives the focus to.
              domEvent.preventDefault()
              take(key as StepKey)
            },
          }}
        >
          <Button aria-haspopup="menu">{t('work.more')} <DownOutlined aria-hidden /></Button>
        </Dropdown>
      ) : null}
    </div>
  )
}
