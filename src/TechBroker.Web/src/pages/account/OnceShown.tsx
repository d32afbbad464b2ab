import { Alert, Button, Input } from 'antd'
import { useI18n } from '../../i18n'
import { CopyButton } from '../../shared/CopyButton'

/** A secret that the server shows once: to be taken away now. */
export function OnceShown({ secret, title, text, label, done }: { secret: string; title: string; text: string; label: string; done: () => void }) {
  const { t } = useI18n()
  return (
    <div className="account-once" role="status">
      <Alert type="success" showIcon title={title} description={text} />
      <Input className="account-mono" readOnly value={secret} aria-label={label} onFocus={event => event.target.select()} />
      <div className="row">
        <CopyButton text={secret} />
        <Button type="primary" onClick={done}>{t('account.onceKept')}</Button>
      </div>
    </div>
  )
}
