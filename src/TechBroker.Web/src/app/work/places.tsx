import {
  AuditOutlined, BankOutlined, BarChartOutlined, BellOutlined, BulbOutlined, CalendarOutlined, CopyOutlined, DashboardOutlined, FileDoneOutlined, FormOutlined,
  ImportOutlined, QuestionCircleOutlined, SafetyOutlined, SolutionOutlined, TeamOutlined, TrophyOutlined, UserOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'
import type { TextKey } from '../../i18n'
import type { Role } from '../session'

export interface Place {
  to: string
  text: TextKey
  icon: ReactNode
  /** Who works there; everybody where absent. */
  roles?: Role[]
  /** Among the first on a phone's bottom bar for these roles. */
  tabFor?: Role[]
}

export interface PlaceGroup {
  text: TextKey
  places: Place[]
}

const centre: Role[] = ['organiser', 'admin']

/** Where people work, in the order of the side bar. The first place of a role is its first page (`/work`). */
export const groups: PlaceGroup[] = [
  {
    text: 'work.group.mine',
    places: [
      { to: '/work/day', text: 'work.day', icon: <CalendarOutlined />, roles: ['manager'], tabFor: ['manager'] },
      { to: '/work/log', text: 'work.log', icon: <FormOutlined />, roles: ['manager'], tabFor: ['manager'] },
      { to: '/work/statistics', text: 'work.statistics', icon: <BarChartOutlined />, roles: ['organiser', 'admin', 'manager'], tabFor: ['organiser', 'admin'] },
      { to: '/work/listings', text: 'work.listings', icon: <BulbOutlined />, roles: ['provider'], tabFor: ['provider'] },
      { to: '/work/needs', text: 'work.needs', icon: <QuestionCircleOutlined />, roles: ['seeker'], tabFor: ['seeker'] },
      { to: '/work/engagements', text: 'work.engagements', icon: <SolutionOutlined />, tabFor: ['provider', 'seeker', 'manager', 'organiser'] },
      { to: '/work/deals', text: 'work.deals', icon: <FileDoneOutlined />, tabFor: ['provider', 'seeker', 'manager', 'organiser'] },
      { to: '/work/imports', text: 'work.imports', icon: <ImportOutlined />, roles: ['provider', 'seeker', ...centre] },
    ],
  },
  {
    text: 'work.group.centre',
    places: [
      { to: '/work/ceremonies', text: 'work.ceremonies', icon: <TrophyOutlined />, roles: ['manager', ...centre], tabFor: ['organiser'] },
      { to: '/work/managers', text: 'work.managers', icon: <TeamOutlined />, roles: ['manager', ...centre] },
      { to: '/work/organisations', text: 'work.organisations', icon: <BankOutlined />, roles: centre },
      { to: '/work/people', text: 'work.people', icon: <UserOutlined />, roles: ['admin'] },
      { to: '/work/duplicates', text: 'work.duplicates', icon: <CopyOutlined />, roles: ['manager', ...centre] },
      { to: '/work/audit', text: 'work.audit', icon: <AuditOutlined />, roles: centre },
      { to: '/work/operations', text: 'operations.title', icon: <DashboardOutlined />, roles: centre },
    ],
  },
  {
    text: 'work.group.account',
    places: [
      { to: '/work/account', text: 'work.account', icon: <SafetyOutlined /> },
      { to: '/work/settings', text: 'work.settings', icon: <BellOutlined /> },
    ],
  },
]

/** The groups as somebody with these roles sees them. */
export function placesFor(roles: readonly string[]): PlaceGroup[] {
  return groups
    .map(group => ({ ...group, places: group.places.filter(place => !place.roles || place.roles.some(role => roles.includes(role))) }))
    .filter(group => group.places.length > 0)
}

/** The bottom bar of a phone: as many as a thumb tells apart. */
export function tabsFor(roles: readonly string[]): Place[] {
  return placesFor(roles).flatMap(group => group.places).filter(place => place.tabFor?.some(role => roles.includes(role))).slice(0, 4)
}
