import { Modal } from 'antd'
import { useI18n } from '../../../i18n'
import { CopyButton } from '../../../shared/CopyButton'

/** A link that lets whoever has it in: the server forgets it at once, so that it is not closed by a click beside it. */
export function LinkOnce({ shown, close }: { shown: { name: string; link: string } | null; close: () => void }) {
  const { t } = useI18n()
  return (
    <Modal
      open={shown !== null}
      title={t('person.linkTitle', { name: shown?.name ?? '' })}
      onCancel={close}
      mask={{ closable: false }}
      destroyOnHidden
      footer={shown ? <CopyButton type="primary" text={shown.link} label={t('person.linkCopy')} /> : null}
    >
      <p>{t('person.linkText')}</p>
      <p><code className="organiser-code" data-testid="password-link">{shown?.link}</code></p>
    </Modal>
  )
}
