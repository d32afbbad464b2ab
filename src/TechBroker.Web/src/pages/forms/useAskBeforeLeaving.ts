import { App } from 'antd'
import { useEffect } from 'react'
import { useBlocker } from 'react-router'
import { useI18n } from '../../i18n'

/** Asks before somebody goes to another page, or closes this one, with something unsaved. */
export function useAskBeforeLeaving(isDirty: () => boolean) {
  const { t } = useI18n()
  const { modal } = App.useApp()
  const blocker = useBlocker(({ currentLocation, nextLocation }) => currentLocation.pathname !== nextLocation.pathname && isDirty())

  useEffect(() => {
    if (blocker.state === 'blocked') {
      modal.confirm({
        title: t('forms.leave.title'),
        content: t('forms.leave.text'),
        okText: t('forms.leave.go'),
        cancelText: t('forms.leave.stay'),
        onOk: () => blocker.proceed(),
        onCancel: () => blocker.reset(),
      })
    }
  }, [blocker, modal, t])

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => isDirty() && event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [isDirty])
}
