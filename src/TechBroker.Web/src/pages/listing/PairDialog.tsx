import { useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Modal } from 'antd'
import { useRef } from 'react'
import { api, bodyOf, idempotencyKey, type Me } from '../../api/client'
import { isProblem } from '../../api/problem'
import { useI18n } from '../../i18n'
import { LinkButton } from '../../shared/LinkButton'
import { Trouble } from '../../shared/Trouble'
import { useProblemForm } from '../../shared/useProblemForm'
import { ItemSelect } from './ItemSelect'
import './pair.css'
import type { Kind, Way } from './ways'

interface Choice {
  partner: string
  note?: string
}

/** Chooses the other item of a pair: of one's own for an interest, any for the people of the centre. */
export function PairDialog(props: { open: boolean; kind: Kind; id: string; way: Way; me: Me; close: () => void; done: (engagementId: string) => void }) {
  const { t } = useI18n()
  const queries = useQueryClient()
  const key = useRef(idempotencyKey())
  const partnerKind: Kind = props.kind === 'listing' ? 'need' : 'listing'
  const { form, busy, problem, submit, clear } = useProblemForm<Choice>(async ({ partner, note }) => {
    const [listingId, needId] = props.kind === 'listing' ? [props.id, partner] : [partner, props.id]
    const engagement = await bodyOf(api.POST('/api/v1/engagements', { params: { header: { 'Idempotency-Key': key.current } }, body: { listingId, needId, note: note?.trim() || null } }))
    void queries.invalidateQueries({ queryKey: ['engagements'] })
    props.done(engagement.id)
  })

  // Another choice is another thing to do, not the same one again.
  const change = () => {
    key.current = idempotencyKey()
    clear()
  }
  const own = props.way === 'interest'
  return (
    <Modal open={props.open} onCancel={props.close} title={t(own ? 'pair.interest' : 'pair.begin')} footer={null} destroyOnHidden>
      {own && !props.me.organisation ? <p>{t('pair.noOrganisation')}</p> : (
        <Form<Choice> form={form} name="pair" layout="vertical" requiredMark={false} onValuesChange={change} onFinish={values => void submit(values)}>
          <p className="quiet pair-text">{t(!own ? 'pair.textCentre' : props.kind === 'listing' ? 'pair.textSeeker' : 'pair.textProvider')}</p>
          <Form.Item
            name="partner"
            label={t(partnerKind === 'need' ? (own ? 'pair.myNeed' : 'pair.need') : own ? 'pair.myListing' : 'pair.listing')}
            rules={[{ required: true, message: t('pair.missing') }]}
          >
            <ItemSelect kind={partnerKind} organisationId={own ? props.me.organisation?.id : undefined} />
          </Form.Item>
          <Form.Item name="note" label={t('pair.note')} extra={t('pair.noteText')}>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
          </Form.Item>
          {problem ? <Refused problem={problem} /> : null}
          <Button type="primary" htmlType="submit" block loading={busy}>{t(own ? 'pair.sendInterest' : 'pair.send')}</Button>
        </Form>
      )}
    </Modal>
  )
}

/** A pair that has a live engagement already leads to it. */
function Refused({ problem }: { problem: unknown }) {
  const { t } = useI18n()
  const existing = isProblem(problem, 'engagement-exists') ? problem.location?.split('/').at(-1) : undefined
  return existing ? (
    <div className="pair-exists" role="alert">
      <p>{t('pair.exists')}</p>
      <LinkButton to={`/work/engagements/${existing}`}>{t('pair.open')}</LinkButton>
    </div>
  ) : <div className="pair-exists"><Trouble problem={problem} /></div>
}
