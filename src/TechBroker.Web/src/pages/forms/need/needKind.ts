import { api, bodyOf, ifMatch, type Money, type Need, type Schema } from '../../../api/client'
import type { ItemKind } from '../itemKind'
import { emptyFigure } from './figures'
import { answersOf, compose, noAnswers, takeApart, withRow, type Answers } from './guide'

export type Visibility = 'open' | 'blind' | 'private'

export interface NeedValues {
  organisationId: string | null
  /** Asked in questions, or typed as one text. */
  guided: boolean
  /** Of the headings between the answers. */
  guideLanguage: 'zh' | 'en'
  title: string
  answers: Answers
  description: string
  keywords: string[]
  fields: string[]
  minTrl: number | null
  cooperationModes: string[]
  regionCode: string | null
  budget: Money | null
  deadline: string | null
  visibility: Visibility
  blindSummary: string
}

type Body = Schema['PutNeedBody']

export type NeedKind = ItemKind<NeedValues, Body, Need>

export function needKind(language: 'zh' | 'en'): NeedKind {
  return {
    kind: 'need',
    list: 'needs',
    empty: {
      organisationId: null, guided: true, guideLanguage: language, title: '', answers: { ...noAnswers, figures: [emptyFigure] }, description: '', keywords: [], fields: [],
      minTrl: null, cooperationModes: [], regionCode: null, budget: null, deadline: null, visibility: 'open', blindSummary: '',
    },
    toValues: need => valuesOf(need, language),
    toBody: bodyFrom,
    post: (body, { organisationId }, publish, key) =>
      bodyOf(api.POST('/api/v1/needs', { body: { ...body, organisationId, publish }, params: { header: { 'Idempotency-Key': key } } })),
    put: (id, body, revision) => bodyOf(api.PUT('/api/v1/needs/{id}', { params: { path: { id }, header: { 'If-Match': ifMatch(revision) } }, body })),
    publish: (id, revision) => bodyOf(api.POST('/api/v1/needs/{id}/publish', { params: { path: { id } }, headers: { 'If-Match': ifMatch(revision) } })),
    read: id => bodyOf(api.GET('/api/v1/needs/{id}', { params: { path: { id } } })),
  }
}

function valuesOf(need: Need, language: 'zh' | 'en'): NeedValues {
  const description = need.description ?? ''
  const parts = takeApart(description)
  return {
    organisationId: need.organisationId ?? null,
    guided: parts !== null,
    guideLanguage: parts?.language ?? language,
    title: need.title ?? '',
    answers: withRow(parts?.answers ?? answersOf(description)),
    description,
    keywords: need.keywords,
    fields: need.fields,
    minTrl: need.minTrl ?? null,
    cooperationModes: need.cooperationModes,
    regionCode: need.regionCode ?? null,
    budget: need.budget ?? null,
    deadline: need.deadline ?? null,
    visibility: need.visibility as Visibility,
    blindSummary: need.blindSummary ?? '',
  }
}

function bodyFrom(values: NeedValues): Body {
  return {
    title: values.title,
    description: (values.guided ? compose(values.answers, values.guideLanguage) : values.description) || null,
    keywords: values.keywords,
    fields: values.fields,
    minTrl: values.minTrl,
    cooperationModes: values.cooperationModes,
    regionCode: values.regionCode,
    budget: values.budget,
    deadline: values.deadline,
    visibility: values.visibility,
    blindSummary: values.blindSummary || null,
  }
}
