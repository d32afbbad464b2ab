import type { Listing, Schema } from '../../../api/client'
import type { Engagement } from '../../engagements/queries'
import type { NewDeal } from '../queries'

type Organisation = Schema['OrganisationBody']

/** What is known of a contract before anybody types: the parties and rights of the engagement, and what was agreed there on the price. */
export function prefilled(known: { engagement?: Engagement; listing?: Listing; seller?: Organisation; buyer?: Organisation; today: string }): NewDeal {
  const { engagement, listing, seller, buyer, today } = known
  return {
    title: engagement?.listing?.title,
    priceMode: engagement?.priceMode,
    amount: engagement?.price,
    paymentPlan: 'once',
    signedOn: today,
    sellers: [partyOf(seller)],
    buyers: [partyOf(buyer)],
    ip: listing?.ip ?? [],
    inventors: [],
    instalments: [{}, {}],
  }
}

function partyOf(organisation: Organisation | undefined): Schema['DealPartyBody'] {
  return organisation ? {
    organisationId: organisation.id,
    name: organisation.name,
    kind: organisation.kind,
    regionCode: organisation.regionCode,
    creditCode: organisation.creditCode,
  } : {}
}

/** As the API wants it: lists without a line are left out, empty texts too. */
export function cleaned(values: NewDeal): NewDeal {
  const filled = Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0))
  return Object.fromEntries(filled)
}
