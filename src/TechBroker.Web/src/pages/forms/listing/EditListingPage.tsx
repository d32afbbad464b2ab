import { listingQuery } from '../../../api/queries'
import { EditPage } from '../EditPage'
import { ListingForm } from './ListingForm'

const over = ['transferred', 'withdrawn']

export function Component() {
  return <EditPage query={listingQuery} list="/work/listings" over={over}>{(listing, step) => <ListingForm key={listing.id} listing={listing} firstStep={step} />}</EditPage>
}
