import { api, bodyOf, ifMatch, type Listing, type Money, type Schema } from '../../../api/client'
import type { ItemKind } from '../itemKind'

export interface ListingValues {
  organisationId: string | null
  title: string
  summary: string
  description: string
  keywords: string[]
  fields: string[]
  trl: number | null
  ip: Schema['IpBody'][]
  cooperationModes: string[]
  regionCode: string | null
  askingPrice: Money | null
}

type Body = Schema['PutListingBody']

export const listingKind: ItemKind<ListingValues, Body, Listing> = {
  kind: 'listing',
  list: 'listings',
  empty: { organisationId: null, title: '', summary: '', description: '', keywords: [], fields: [], trl: null, ip: [], cooperationModes: [], regionCode: null, askingPrice: null },
  toValues: listing => ({
    organisationId: listing.organisationId ?? null,
    title: listing.title,
    summary: listing.summary ?? '',
    description: listing.description ?? '',
    keywords: listing.keywords,
    fields: listing.fields,
    trl: listing.trl ?? null,
    ip: listing.ip,
    cooperationModes: listing.cooperationModes,
    regionCode: listing.regionCode ?? null,
    askingPrice: listing.askingPrice ?? null,
  }),
  toBody: values => ({
    title: values.title,
    summary: values.summary || null,
    description: values.description || null,
    keywords: values.keywords,
    fields: values.fields,
    trl: values.trl,
    ip: values.ip,
    cooperationModes: values.cooperationModes,
    regionCode: values.regionCode,
    askingPrice: values.askingPrice,
  }),
  post: (body, { organisationId }, publish, key) =>
    bodyOf(api.POST('/api/v1/listings', { body: { ...body, organisationId, publish }, params: { header: { 'Idempotency-Key': key } } })),
  put: (id, body, revision) => bodyOf(api.PUT('/api/v1/listings/{id}', { params: { path: { id }, header: { 'If-Match': ifMatch(revision) } }, body })),
  publish: (id, revision) => bodyOf(api.POST('/api/v1/listings/{id}/publish', { params: { path: { id } }, headers: { 'If-Match': ifMatch(revision) } })),
  read: id => bodyOf(api.GET('/api/v1/listings/{id}', { params: { path: { id } } })),
}
