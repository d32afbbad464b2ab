import { app } from './en/app'
import { visitor } from './en/visitor'
import type { zh } from './zh'

export const en: Record<keyof typeof zh, string> = { ...app, ...visitor }
