import type { RouteObject } from 'react-router'
import type { Role } from './session'

/** Pages for people with one of the roles; for anybody who is signed in where none is named. What they may do there the API decides. */
export function guard(roles: Role[], children: RouteObject[]): RouteObject {
  return {
    lazy: async () => {
      const { Guarded } = await import('./Guarded')
      return { element: <Guarded roles={roles} /> }
    },
    children,
  }
}
