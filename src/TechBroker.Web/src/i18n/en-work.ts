import { account } from './en/account'
import { deals } from './en/deals'
import { engagements } from './en/engagements'
import { forms } from './en/forms'
import { imports } from './en/imports'
import { manager } from './en/manager'
import { organiser } from './en/organiser'
import { owner } from './en/owner'
import { release } from './en/release'
import { work } from './en/work'
import type { zhWork } from './zh-work'

/** The same in English. */
export const enWork: Record<keyof typeof zhWork, string> = { ...work, ...owner, ...release, ...forms, ...imports, ...engagements, ...deals, ...manager, ...organiser, ...account }
