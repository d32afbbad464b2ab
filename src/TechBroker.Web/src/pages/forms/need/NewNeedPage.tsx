import { NeedForm } from './NeedForm'

export function Component() {
  return <NeedForm />
}
