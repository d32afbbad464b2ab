import { app } from './zh/app'
import { visitor } from './zh/visitor'

/** Every text of the pages. Each area has a file of its own, and one of the same name in en/. */
export const zh = { ...app, ...visitor }

export type Texts = Record<keyof typeof zh, string>
export type TextKey = keyof typeof zh
