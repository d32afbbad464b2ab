import { account } from './zh/account'
import { deals } from './zh/deals'
import { engagements } from './zh/engagements'
import { forms } from './zh/forms'
import { imports } from './zh/imports'
import { manager } from './zh/manager'
import { organiser } from './zh/organiser'
import { owner } from './zh/owner'
import { release } from './zh/release'
import { work } from './zh/work'

/** What the pages below /work say: loaded with the first of them. */
export const zhWork = { ...work, ...owner, ...release, ...forms, ...imports, ...engagements, ...deals, ...manager, ...organiser, ...account }
