import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Form, Select } from 'antd'
import { api, bodyOf, ifMatch, type Schema } from '../../../api/client'
import { useI18n } from '../../../i18n'
import { ActionDialog } from '../../../shared/ActionDialog'
import { ShareInput } from '../../../shared/fields/ShareInput'
import { firstShares, missing } from '../credit'
import { managersQuery, type Engagement } from '../queries'
import { useViewer } from '../viewer'
import { NoteField, useRequired } from './fields'
import type { StepDialogProps } from './StepDialog'

const params = (engagement: Pick<Engagement, 'id'>, key: string) => ({ path: { id: engagement.id }, header: { 'Idempotency-Key': key } })

export function AcceptDialog({ engagement, done, close }: StepDialogProps) {
  const { t } = useI18n()
  return (
    <ActionDialog
      title={t('engagement.step.accept')}
      intro={t('engagement.acceptIntro')}
      submitText={t('engagement.step.accept')}
      send={async (_, key) => done(await bodyOf(api.POST('/api/v1/engagements/{id}/accept', { params: params(engagement, key) })))}
      close={close}
    />
  )
}

const passReasons = ['capacity', 'expertise', 'region', 'conflict', 'other'] as const

export function PassDialog({ engagement, done, close }: StepDialogProps) {
  const { t } = useI18n()
  return (
    <ActionDialog<Schema['EngagementPassBody']>
      title={t('engagement.step.pass')}
      intro={t('engagement.passIntro')}
      submitText={t('engagement.step.pass')}
      send={async (body, key) => done(await bodyOf(api.POST('/api/v1/engagements/{id}/pass', { params: params(engagement, key), body })))}
      close={close}
    >
      <PassFields />
    </ActionDialog>
  )
}

function PassFields() {
  const { t } = useI18n()
  const rules = useRequired()
  const isOther = Form.useWatch('reason') === 'other'
  return (
    <>
      <Form.Item name="reason" label={t('engagement.reason')} rules={rules}>
        <Select placeholder={t('field.choose')} options={passReasons.map(value => ({ value, label: t(`engagement.pass.${value}`) }))} />
      </Form.Item>
      <NoteField hint={t('engagement.noteForCentre')} required={isOther} />
    </>
  )
}

export function IntroduceDialog({ engagement, done, close }: StepDialogProps) {
  const { t } = useI18n()
  return (
    <ActionDialog
      title={t('engagement.step.introduce')}
      intro={t('engagement.introduceIntro')}
      submitText={t('engagement.step.introduce')}
      send={async (_, key) => done(await bodyOf(api.POST('/api/v1/engagements/{id}/introduce', { params: params(engagement, key) })))}
      close={close}
    />
  )
}

/** A manager takes up what nobody runs, or what another one had to leave. */
export function TakeUpDialog({ engagement, done, close }: StepDialogProps) {
  const { t } = useI18n()
  const me = useViewer()
  return (
    <ActionDialog
      title={t('engagement.step.takeUp')}
      intro={t('engagement.takeUpIntro')}
      submitText={t('engagement.step.takeUp')}
      send={async (_, key) => done(await bodyOf(api.POST('/api/v1/engagements/{id}/hand-over', { params: params(engagement, key), body: { managerId: me.id } })))}
      close={close}
    />
  )
}

/** Also for whoever may not see the file because of a conflict: only the id is known then. */
export function HandOverDialog({ engagement, done, close }: Omit<StepDialogProps, 'engagement'> & { engagement: Pick<Engagement, 'id' | 'managerId'> }) {
  const { t } = useI18n()
  const rules = useRequired()
  return (
    <ActionDialog<Schema['EngagementHandOverBody']>
      title={t('engagement.step.handOver')}
      intro={t('engagement.handOverIntro')}
      submitText={t('engagement.step.handOver')}
      send={async (body, key) => done(await bodyOf(api.POST('/api/v1/engagements/{id}/hand-over', { params: params(engagement, key), body })))}
      close={close}
    >
      <Form.Item name="managerId" label={t('engagement.newManager')} rules={rules}><ManagerSelect except={engagement.managerId} /></Form.Item>
    </ActionDialog>
  )
}

/** How busy somebody is stands beside the name: who has room is asked first. */
function ManagerSelect({ except, ...control }: { id?: string; value?: string | null; onChange?: (id: string) => void; except?: string | null }) {
  const { t } = useI18n()
  const managers = useQuery(managersQuery)
  const options = (managers.data ?? []).filter(manager => manager.id !== except).map(manager => ({
    value: manager.id,
    label: t(manager.away ? 'engagement.managerAway' : 'engagement.managerLoad', { name: manager.displayName, live: manager.live, capacity: manager.capacity }),
  }))
  return <Select {...control} showSearch={{ optionFilterProp: 'label' }} placeholder={t('field.choose')} loading={managers.isPending} options={options} />
}

export function CreditDialog({ engagement, done, close }: StepDialogProps) {
  const { t } = useI18n()
  return (
    <ActionDialog<Schema['PutCreditBody']>
      title={t('engagement.step.credit')}
      intro={t('engagement.creditIntro')}
      submitText={t('engagement.creditSave')}
      initial={{ shares: firstShares(engagement.credits, engagement.managerId) }}
      send={async (body, key) => done(await bodyOf(api.PUT('/api/v1/engagements/{id}/credit', {
        params: { path: { id: engagement.id }, header: { 'If-Match': ifMatch(engagement.revision), 'Idempotency-Key': key } }, body,
      })))}
      close={close}
    >
      <CreditFields />
    </ActionDialog>
  )
}

function CreditFields() {
  const { t, number } = useI18n()
  const rules = useRequired()
  const left = missing(Form.useWatch<Schema['CreditShareBody'][] | undefined>('shares') ?? [])
  return (
    <Form.List name="shares">
      {(rows, { add, remove }, { errors }) => (
        <>
          {rows.map(row => (
            <div key={row.key} className="engagements-share">
              <Form.Item name={[row.name, 'managerId']} label={t('role.manager')} rules={rules}><ManagerSelect /></Form.Item>
              <Form.Item name={[row.name, 'basisPoints']} label={t('engagement.share')} rules={rules}><ShareInput /></Form.Item>
              <Button type="text" icon={<DeleteOutlined />} aria-label={t('engagement.shareRemove')} disabled={rows.length === 1} onClick={() => remove(row.name)} />
            </div>
          ))}
          <Form.ErrorList errors={errors} />
          <div className="row">
            <Button icon={<PlusOutlined />} onClick={() => add({ basisPoints: left > 0 ? left : null })}>{t('engagement.shareAdd')}</Button>
            <span role="status" className={left === 0 ? 'quiet' : 'engagements-wrong'}>
              {left === 0 ? t('engagement.sharesWhole') : t(left > 0 ? 'engagement.sharesMissing' : 'engagement.sharesOver', { percent: number(Math.abs(left) / 100) })}
            </span>
          </div>
        </>
      )}
    </Form.List>
  )
}
