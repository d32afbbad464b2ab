import { app } from './en/app'
import { visitor } from './en/visitor'
import type { Texts } from './zh'

export const en: Texts = { ...app, ...visitor }
