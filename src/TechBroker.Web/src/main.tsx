import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { speak } from './api/transport'
import { App } from './app/App'
import './app/app.css'
import { giveStylesTheNonce } from './app/styleNonce'
import { firstLanguage, loadTexts } from './i18n'

giveStylesTheNonce()
const language = firstLanguage()
speak(language === 'zh' ? 'zh-CN' : 'en')
const texts = await loadTexts(language)

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App first={{ language, texts }} />
  </StrictMode>,
)
