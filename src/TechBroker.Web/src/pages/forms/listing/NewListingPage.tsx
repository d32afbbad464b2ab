import { ListingForm } from './ListingForm'

export function Component() {
  return <ListingForm />
}
