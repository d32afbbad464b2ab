import { MoonOutlined, SunOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useI18n } from '../i18n'
import { useAppearance } from './theme'

export function Preferences() {
  const { t, language, setLanguage } = useI18n()
  const { appearance, setAppearance } = useAppearance()
  const other = language === 'zh' ? 'en' : 'zh'
  const dark = appearance === 'dark'
  return (
    <>
      <Button type="text" lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => setLanguage(other)}>
        {other === 'zh' ? '中文' : 'English'}
      </Button>
      <Button
        type="text"
        icon={dark ? <SunOutlined /> : <MoonOutlined />}
        aria-label={t(dark ? 'layout.light' : 'layout.dark')}
        title={t(dark ? 'layout.light' : 'layout.dark')}
        onClick={() => setAppearance(dark ? 'light' : 'dark')}
      />
    </>
  )
}
