import { EditOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useSession } from '../../../app/session'
import { useI18n, type TextKey } from '../../../i18n'
import { Facts } from '../../../shared/Facts'
import { ItemTrouble } from '../../../shared/ItemTrouble'
import { FieldTags } from '../../../shared/market'
import { PageSkeleton } from '../../../shared/PageSkeleton'
import { useTitle } from '../../../shared/useTitle'
import { useRegionName } from '../../../shared/vocabularies'
import { Absences } from './Absences'
import { Load, Presence } from './ManagersPage'
import { ProfileDrawer } from './ProfileDrawer'
import { managerQuery } from './queries'
import { Shifts } from './Shifts'
import '../organiser.css'

export function Component() {
  const { t, number, time, language } = useI18n()
  const { me, has } = useSession()
  const id = useParams().id!
  const { data, error, refetch } = useQuery(managerQuery(id))
  const region = useRegionName()
  const [editing, setEditing] = useState(false)
  useTitle(data?.displayName)
  if (error && !data) {
    return <ItemTrouble problem={error} retry={() => void refetch()} list="/work/managers" />
  }
  if (!data) {
    return <PageSkeleton />
  }
  const mayChange = me?.id === id || has('organiser', 'admin')
  const languages = new Intl.DisplayNames(language === 'zh' ? 'zh-CN' : 'en', { type: 'language' })
  return (
    <div className="page organiser">
      <Link to="/work/managers">← {t('work.managers')}</Link>
      <header className="head-row">
        <div className="row"><h1>{data.displayName}</h1><Presence manager={data} /></div>
        {mayChange ? <Button type="primary" icon={<EditOutlined />} onClick={() => setEditing(true)}>{t('centre.editProfile')}</Button> : null}
      </header>
      <div className="columns">
        <div className="organiser-stack">
          <Shifts managerId={id} mayChange={mayChange} />
          <Absences managerId={id} mayChange={mayChange} />
        </div>
        <section className="panel">
          <div>
            <div className="quiet">{t('centre.load')}</div>
            <Load manager={data} />
            {data.pending > 0 ? <div className="quiet">{t('centre.pending', { n: number(data.pending) })}</div> : null}
          </div>
          <Facts
            items={[
              [t('centre.level'), t(`centre.level.${data.level}` as TextKey)],
              [t('centre.fields'), data.fields.length > 0 ? <FieldTags key="fields" fields={data.fields} /> : null],
              [t('centre.regions'), data.regions.map(region).join(t('list.comma'))],
              [t('centre.languages'), data.languages.map(code => languages.of(code) ?? code).join(t('list.comma'))],
              [t('centre.employer'), data.employer],
              [t('centre.source'), data.source],
              [t('centre.updated'), data.updatedAt ? time(data.updatedAt) : null],
            ]}
          />
        </section>
      </div>
      <ProfileDrawer key={String(editing)} manager={data} open={editing} close={() => setEditing(false)} />
    </div>
  )
}
