import { ListPage } from './ListPage'

export function Component() {
  return <ListPage kind="needs" />
}
