import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Tag } from 'antd'
import { useState } from 'react'
import { api, bodyOf } from '../../api/client'
import { useSession } from '../../app/session'
import { useI18n } from '../../i18n'
import { RecoveryCodes } from './RecoveryCodes'
import { SecondFactorProof } from './SecondFactorProof'
import { SecondFactorSetup } from './SecondFactorSetup'
import { Panel } from './Sections'

type Step = 'none' | 'setUp' | 'turnOff' | 'renew'

/** A code of the phone beside the password: on, off, and the codes for the day on which the phone is lost. */
export function SecondFactorPanel() {
  const { t } = useI18n()
  const { me } = useSession()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [step, setStep] = useState<Step>('none')
  const [codes, setCodes] = useState<string[]>()
  const on = me?.secondFactor ?? false

  const show = (fresh: string[]) => {
    setStep('none')
    setCodes(fresh)
    void queries.invalidateQueries({ queryKey: ['me'] })
  }
  const turnOff = async (body: { password: string; code: string }) => {
    await api.DELETE('/api/v1/me/second-factor', { body })
    setStep('none')
    setCodes(undefined)
    await queries.invalidateQueries({ queryKey: ['me'] })
    void message.success(t('account.factorIsOff'))
  }
  const renew = async (body: { password: string; code: string }) => show((await bodyOf(api.POST('/api/v1/me/recovery-codes', { body }))).recoveryCodes)

  return (
    <Panel
      title={t('account.factor')}
      text={t(on ? 'account.factorOnText' : 'account.factorOffText')}
      extra={<Tag color={on ? 'success' : 'default'}>{t(on ? 'account.on' : 'account.off')}</Tag>}
    >
      {codes ? <RecoveryCodes codes={codes} email={me?.email ?? ''} done={() => setCodes(undefined)} /> : null}
      {step === 'setUp' ? <SecondFactorSetup done={show} cancel={() => setStep('none')} /> : null}
      {step === 'turnOff' ? <SecondFactorProof key="off" send={turnOff} button={t('account.factorTurnOff')} danger cancel={() => setStep('none')} /> : null}
      {step === 'renew' ? <SecondFactorProof key="renew" send={renew} button={t('account.renewCodes')} cancel={() => setStep('none')} /> : null}
      {step === 'none' && !codes ? (
        <div className="row">
          {on ? (
            <>
              <Button onClick={() => setStep('renew')}>{t('account.renewCodes')}</Button>
              <Button danger onClick={() => setStep('turnOff')}>{t('account.factorTurnOff')}</Button>
            </>
          ) : <Button type="primary" ghost onClick={() => setStep('setUp')}>{t('account.factorSetUp')}</Button>}
        </div>
      ) : null}
    </Panel>
  )
}
