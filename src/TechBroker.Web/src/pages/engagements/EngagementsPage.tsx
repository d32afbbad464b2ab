import { AppstoreOutlined, UnorderedListOutlined } from '@ant-design/icons'
import { Checkbox, Segmented, Select } from 'antd'
import { useSearchParams } from 'react-router'
import { useI18n } from '../../i18n'
import { useIsPhone } from '../../shared/useIsPhone'
import { useTitle } from '../../shared/useTitle'
import { Board } from './board/Board'
import { EngagementList } from './EngagementList'
import './engagements.css'
import { viewOf, withParam } from './filters'
import { states, stateText } from './states'
import { useViewer } from './viewer'

export function Component() {
  const { t } = useI18n()
  const me = useViewer()
  const phone = useIsPhone()
  const [params, setParams] = useSearchParams()
  const { view, filter } = viewOf(params, me.isStaff && !phone ? 'board' : 'list')
  const set = (name: string, value: string | undefined) => setParams(withParam(params, name, value), { replace: true })
  useTitle(t('work.engagements'))
  return (
    <div className="page">
      <header className="head-row">
        <h1>{t('work.engagements')}</h1>
        {me.isStaff ? (
          <Segmented
            aria-label={t('engagement.view')}
            value={view}
            onChange={next => set('view', next)}
            options={[
              { value: 'board', label: t('engagement.view.board'), icon: <AppstoreOutlined aria-hidden /> },
              { value: 'list', label: t('engagement.view.list'), icon: <UnorderedListOutlined aria-hidden /> },
            ]}
          />
        ) : null}
      </header>
      {view === 'board' && me.isStaff ? <Board /> : (
        <>
          <div className="row">
            <Select
              style={{ minWidth: 180 }}
              aria-label={t('engagement.stateColumn')}
              allowClear
              placeholder={t('engagement.anyState')}
              value={filter.state}
              onChange={state => set('state', state)}
              options={states.map(value => ({ value, label: t(stateText(value)) }))}
            />
            {me.isStaff ? (['escalated', 'needsCover'] as const).map(name => (
              <Checkbox key={name} checked={filter[name] === 'true'} onChange={event => set(name, event.target.checked ? 'true' : undefined)}>{t(`engagement.filter.${name}`)}</Checkbox>
            )) : null}
          </div>
          <EngagementList filter={filter} />
        </>
      )}
    </div>
  )
}
