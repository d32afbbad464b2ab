import { needQuery } from '../../../api/queries'
import { EditPage } from '../EditPage'
import { NeedForm } from './NeedForm'

const over = ['satisfied', 'withdrawn']

export function Component() {
  return <EditPage query={needQuery} list="/work/needs" over={over}>{(need, step) => <NeedForm key={need.id} need={need} firstStep={step} />}</EditPage>
}
