import { useQuery } from '@tanstack/react-query'
import { organisationQuery } from '../../api/queries'
import { useSession } from '../../app/session'

/** Whose the item is that is filled in: an organisation's people write for their own, the centre's for any. */
export function useOwner(organisationId: string | null | undefined) {
  const { me, has } = useSession()
  const isStaff = has('manager', 'organiser', 'admin')
  const other = useQuery({ ...organisationQuery(organisationId ?? ''), enabled: isStaff && Boolean(organisationId) })
  const own = me?.organisation
  const organisation = !organisationId || organisationId === own?.id ? own : other.data
  return {
    isStaff,
    organisation,
    /** Its approver publishes; whoever else presses the button hands it in. */
    needsApproval: organisation?.approvesListings === true && !(me?.approver && organisation.id === own?.id),
  }
}
