import { useQuery } from '@tanstack/react-query'
import { organisationQuery } from '../../../api/queries'

/** What an organisation is called; read once for all places that name it. */
export function OrganisationName({ id }: { id: string }) {
  const { data } = useQuery(organisationQuery(id))
  return data?.name ?? null
}
