import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { organisationQuery } from '../../api/queries'
import { useSession } from '../../app/session'
import { useI18n } from '../../i18n'
import { managersQuery } from './queries'
import type { Viewer } from './steps'

export function useViewer(): Viewer {
  const { me, has } = useSession()
  const isOrganiser = has('organiser', 'admin')
  const isManager = has('manager')
  const id = me?.id ?? ''
  return useMemo(() => ({ id, isOrganiser, isManager, isStaff: isOrganiser || isManager }), [id, isOrganiser, isManager])
}

/** A manager by name where the caller may know it; the sides get no names from the API. */
export function useManagerName() {
  const { t } = useI18n()
  const me = useViewer()
  const managers = useQuery({ ...managersQuery, enabled: me.isStaff }).data
  return useMemo(() => {
    const names = new Map(managers?.map(manager => [manager.id, manager.displayName]))
    return (id: string) => names.get(id) ?? t(me.isStaff ? 'engagement.someone' : 'engagement.aManager')
  }, [managers, me.isStaff, t])
}

export function useOrganisation(id: string | null | undefined) {
  return useQuery({ ...organisationQuery(id ?? ''), enabled: Boolean(id) }).data
}
