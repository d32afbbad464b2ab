import { Navigate } from 'react-router'
import { useSession } from '../session'
import { placesFor } from './places'

/** /work: where somebody with these roles begins. */
export function Component() {
  const { me } = useSession()
  return <Navigate to={placesFor(me?.roles ?? [])[0]!.places[0]!.to} replace />
}
