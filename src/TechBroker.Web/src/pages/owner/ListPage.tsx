import { ImportOutlined, PlusOutlined } from '@ant-design/icons'
import { Alert } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import type { Me } from '../../api/client'
import { useSession } from '../../app/session'
import { useI18n } from '../../i18n'
import { LinkButton } from '../../shared/LinkButton'
import { Nothing } from '../../shared/Nothing'
import { useTitle } from '../../shared/useTitle'
import { BulkBar } from './BulkBar'
import { readMine } from './filters'
import { Glance } from './Glance'
import { ItemCards } from './ItemCards'
import { ItemTable } from './ItemTable'
import type { Item, Kind } from './items'
import { ListFilters } from './ListFilters'
import './owner.css'
import { isStaff, rightsOf } from './rights'
import { useMine } from './useMine'
import { useIsPhone } from '../../shared/useIsPhone'
import { useSteps } from './useSteps'

/** What an organisation offers or looks for; for the centre's people what everybody does. */
export function ListPage({ kind }: { kind: Kind }) {
  const { me } = useSession()
  return me ? <List kind={kind} me={me} /> : null
}

function List({ kind, me }: { kind: Kind; me: Me }) {
  const { t } = useI18n()
  const [params] = useSearchParams()
  const filter = readMine(kind, params)
  const staff = isStaff(me)
  const title = t(staff ? `owner.all.${kind}` : `work.${kind}`)
  useTitle(title)
  const pages = useMine(kind, filter, me)
  const steps = useSteps(kind)
  const phone = useIsPhone()
  const [selected, setSelected] = useState<Item[]>([])
  const filtered = Boolean(filter.q || filter.field || filter.state)
  const maySelect = rightsOf(me, kind, { organisationId: me.organisation?.id }).change === 'yes'

  const empty = filtered ? <Nothing text={t('search.none')} /> : (
    <Nothing text={t(`owner.empty.${kind}`)}>
      <LinkButton to={`/work/${kind}/new`} type="primary" icon={<PlusOutlined />}>{t(`owner.new.${kind}`)}</LinkButton>
    </Nothing>
  )
  const list = { kind, me, pages, steps, question: filter.q, selection: maySelect ? { selected, onSelect: setSelected } : undefined, empty }
  return (
    <div className="page">
      <header className="head-row">
        <h1>{title}</h1>
        <div className="row screen-only">
          <LinkButton to={`/work/imports/new?kind=${kind}`} icon={<ImportOutlined />}>{t('owner.import')}</LinkButton>
          <LinkButton to={`/work/${kind}/new`} type="primary" icon={<PlusOutlined />}>{t(`owner.new.${kind}`)}</LinkButton>
        </div>
      </header>
      {staff ? null : <Glance kind={kind} />}
      <ListFilters kind={kind} withRare={staff || me.organisation?.approvesListings === true} />
      {pages.searchesPublishedOnly ? <Alert type="info" showIcon title={t('owner.searchesPublished')} /> : null}
      {selected.length > 0 ? <BulkBar kind={kind} me={me} items={selected} onClear={() => setSelected([])} /> : null}
      {phone ? <ItemCards {...list} /> : <ItemTable {...list} />}
      {steps.dialog}
    </div>
  )
}
