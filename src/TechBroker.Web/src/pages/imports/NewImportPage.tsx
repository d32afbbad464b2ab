import { Steps } from 'antd'
import { useSearchParams } from 'react-router'
import { useSession } from '../../app/session'
import { useI18n } from '../../i18n'
import { useTitle } from '../../shared/useTitle'
import { ChooseFile } from './ChooseFile'
import type { ImportKind } from './importQueries'
import './imports.css'
import { Result } from './Result'
import { Review } from './Review'
import { useImport } from './useImport'

/** Choose a file, see what would come of it, import it. */
export function Component() {
  const { t } = useI18n()
  const { has } = useSession()
  const [search, setSearch] = useSearchParams()
  useTitle(t('imports.new'))
  const kinds: ImportKind[] = has('manager', 'organiser', 'admin') || (has('provider') && has('seeker')) ? ['listings', 'needs'] : has('seeker') ? ['needs'] : ['listings']
  const asked = search.get('kind')
  const kind = kinds.find(known => known === asked) ?? kinds[0]!
  const current = useImport(kind)
  return (
    <div className="page">
      <h1>{t('imports.new')}</h1>
      <Steps current={current.step} size="small" responsive={false} titlePlacement="vertical" items={[{ title: t('imports.step.file') }, { title: t('imports.step.check') }, { title: t('imports.step.import') }]} />
      {current.step === 0 ? <ChooseFile kinds={kinds} kind={kind} onKind={next => setSearch({ kind: next }, { replace: true })} current={current} />
        : current.step === 1 ? <Review current={current} />
        : <Result current={current} />}
    </div>
  )
}
