import { app } from './zh/app'
import { visitor } from './zh/visitor'

/** What the pages for visitors say. Each area has a file of its own, and one of the same name in en/. */
export const zh = { ...app, ...visitor }
