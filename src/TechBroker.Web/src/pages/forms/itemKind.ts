/** What listings and needs have in common once they are stored. */
export interface Stored {
  id: string
  revision?: number | null
  state: string
}

/** What the form of a listing and that of a need differ in. */
export interface ItemKind<Values extends object, Body extends object, Item extends Stored> {
  kind: 'listing' | 'need'
  /** First part of the query keys. */
  list: 'listings' | 'needs'
  /** Every field that the form has, empty. */
  empty: Values
  toValues: (item: Item) => Values
  toBody: (values: Values) => Body
  /** Whose it is and whether it is published at once stand beside what it says. */
  post: (body: Body, values: Values, publish: boolean, key: string) => Promise<Item>
  put: (id: string, body: Body, revision: number) => Promise<Item>
  publish: (id: string, revision: number) => Promise<Item>
  read: (id: string) => Promise<Item>
}
