import { expect, it } from 'vitest'
import { newEntry } from '../outbox/entry'
import { formOf, isOneParty, noteOf, type LogForm } from './logForm'

const organisations = [{ id: 'o', name: '甲公司' }]
const form: LogForm = { listing: { id: 'l', title: '电池' }, text: ' 充不进电。 ', visibility: 'private', who: ' 甲公司 ', regionCode: '110000' }

it('knows a registered organisation by its name', () => {
  expect(noteOf(form, organisations)).toEqual(
    { listing: { id: 'l', title: '电池' }, text: '充不进电。', visibility: 'private', organisation: { id: 'o', name: '甲公司' }, who: undefined, regionCode: '110000' })
  expect(noteOf({ ...form, who: '乙公司 王工' }, organisations)).toMatchObject({ organisation: undefined, who: '乙公司 王工' })
  expect(noteOf({ ...form, who: '  ', regionCode: '' }, organisations)).toMatchObject({ organisation: undefined, who: undefined, regionCode: undefined })
})

it('a refused entry comes back as it was typed', () => {
  const entry = newEntry('anna', noteOf(form, organisations), { logged: '', who: '' })
  expect(noteOf(formOf(entry), organisations)).toEqual(entry.note)
})

it.each([null, 'null', '{', '[]', '{"text":"一半"}'])('a draft %s is a form', draft => {
  expect(formOf(draft).visibility).toBe('blind')
})

it('nobody is brought together with themselves', () => {
  expect(isOneParty({ ...form, listing: { id: 'l', organisationId: 'o' } }, organisations)).toBe(true)
  expect(isOneParty(form, organisations)).toBe(false)
  expect(isOneParty({ visibility: 'blind' }, organisations)).toBe(false)
})
