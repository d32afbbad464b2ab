import { Alert, Button } from 'antd'
import { useI18n } from '../../i18n'
import { CopyButton } from '../../shared/CopyButton'
import { saveFile } from './saveFile'

/** Shown once: whoever loses the phone signs in with one of them. */
export function RecoveryCodes({ codes, email, done }: { codes: string[]; email: string; done: () => void }) {
  const { t } = useI18n()
  const text = `${t('app.name')} · ${t('account.recoveryCodes')} · ${email}\n\n${codes.join('\n')}\n`
  return (
    <div className="account-once" role="status">
      <Alert type="warning" showIcon title={t('account.recoveryOnce')} description={t('account.recoveryText')} />
      <ul className="account-codes" aria-label={t('account.recoveryCodes')}>
        {codes.map(code => <li key={code}><code>{code}</code></li>)}
      </ul>
      <div className="row">
        <CopyButton text={codes.join('\n')} />
        <Button onClick={() => saveFile(new Blob([text], { type: 'text/plain' }), 'techbroker-recovery-codes.txt')}>{t('account.download')}</Button>
        <Button type="primary" onClick={done}>{t('account.recoveryKept')}</Button>
      </div>
    </div>
  )
}
