import { Link } from 'react-router'
import { useI18n } from '../i18n'

/** /privacy is a page of the server's own, written from the settings that it goes by. */
export function Footer() {
  const { t } = useI18n()
  return (
    <footer className="footer">
      <span>{t('app.name')}</span>
      <nav aria-label={t('layout.footer')}>
        <Link to="/publicity">{t('publicity.title')}</Link>
        <a href="/privacy">{t('footer.privacy')}</a>
        <a href="/openapi/v1.json">{t('footer.api')}</a>
      </nav>
    </footer>
  )
}
