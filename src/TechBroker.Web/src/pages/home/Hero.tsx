import { useNavigate } from 'react-router'
import { useI18n } from '../../i18n'
import { SearchBox } from '../search/SearchBox'
import type { SearchState } from '../search/SearchPage'
import { Counts } from './Counts'

export function Hero() {
  const { t } = useI18n()
  const navigate = useNavigate()
  return (
    <section className="hero">
      <h1>{t('home.title')}</h1>
      <p>{t('home.text')}</p>
      <SearchBox
        placeholder={t('home.searchHint')}
        onSearch={q => void navigate(q ? `/listings?q=${encodeURIComponent(q)}` : '/listings', { state: { typing: true } satisfies SearchState })}
        size="large"
      />
      <Counts />
    </section>
  )
}
