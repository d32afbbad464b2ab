import type { zh } from './zh'
import type { zhWork } from './zh-work'

/** Texts of all pages; those of work are loaded when somebody signs in. */
export type TextKey = keyof typeof zh | keyof typeof zhWork
export type Texts = Partial<Record<TextKey, string>>
