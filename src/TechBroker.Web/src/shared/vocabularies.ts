import { useQueries, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Term } from '../api/client'
import { vocabularyQuery } from '../api/queries'
import { useI18n } from '../i18n'

/** Those that fields of technology are taken from, the shorter ones first. */
export const fieldVocabularies = ['future-industries', 'strategic-industries', 'engineering-fronts', 'industries'] as const

export type VocabularyId =
  | 'regions' | 'countries' | 'cooperation-modes' | 'trl' | 'ip-types' | 'ip-statuses' | 'organisation-kinds' | 'price-modes' | 'contract-types'
  | 'contract-subtypes' | 'close-reasons' | (typeof fieldVocabularies)[number]

const none: Term[] = []

/** The terms of a vocabulary, none as long as they are on their way. */
export function useTerms(id: VocabularyId, enabled = true): Term[] {
  return useQuery({ ...vocabularyQuery(id), enabled }).data?.terms ?? none
}

/** A code's name in the language of the pages; the code itself where the vocabulary does not have it. */
export function useNames(id: VocabularyId, enabled = true) {
  const terms = useTerms(id, enabled)
  const { nameOf } = useI18n()
  return useMemo(() => {
    const byCode = new Map(terms.map(term => [term.code, term]))
    return (code: string) => {
      const term = byCode.get(code)
      return term ? nameOf(term) : code
    }
  }, [terms, nameOf])
}

/**
 * 北京市海淀区 · Haidian District, Beijing; a country by its name. Given the codes that will be asked for, it reads no countries where none is
 * among them.
 */
export function useRegionName(codes?: readonly (string | null | undefined)[]) {
  const regions = useTerms('regions')
  const countries = useNames('countries', codes === undefined || codes.some(code => code?.length === 2))
  const { language, nameOf } = useI18n()
  return useMemo(() => {
    const byCode = new Map(regions.map(term => [term.code, term]))
    return (code: string) => {
      const names = []
      for (let term = byCode.get(code); term; term = term.parent ? byCode.get(term.parent) : undefined) {
        names.push(nameOf(term))
      }
      return names.length === 0 ? countries(code) : language === 'zh' ? names.reverse().join('') : names.join(', ')
    }
  }, [regions, countries, language, nameOf])
}

/** The name of a field as items carry it: `VOCABULARY:CODE`, or a free term. */
export function useFieldName() {
  const { nameOf } = useI18n()
  const loaded = useQueries({ queries: fieldVocabularies.map(vocabularyQuery) })
  const terms = new Map(loaded.flatMap(({ data }) => data?.terms.map(term => [`${data.id}:${term.code}` as string, term] as const) ?? []))
  return (field: string) => {
    const term = terms.get(field)
    return term ? nameOf(term) : field.includes(':') ? field.slice(field.indexOf(':') + 1) : field
  }
}

export interface TreeNode {
  value: string
  title: string
  children?: TreeNode[]
}

/** Terms as a tree by their parents, for a TreeSelect or Cascader. */
export function treeOf(terms: Term[], nameOf: (term: Term) => string, valueOf: (term: Term) => string = term => term.code): TreeNode[] {
  const nodes = new Map(terms.map(term => [term.code, { value: valueOf(term), title: nameOf(term) } as TreeNode]))
  const roots: TreeNode[] = []
  for (const term of terms) {
    const parent = term.parent ? nodes.get(term.parent) : undefined
    const siblings = parent ? (parent.children ??= []) : roots
    siblings.push(nodes.get(term.code)!)
  }
  return roots
}

/** All fields of technology, by vocabulary. */
export function useFieldTree(): TreeNode[] {
  const { nameOf, language } = useI18n()
  const loaded = useQueries({ queries: fieldVocabularies.map(vocabularyQuery) })
  return loaded.flatMap(({ data }) => data
    ? [{ value: data.id, title: language === 'zh' ? data.titleZh : data.titleEn, children: treeOf(data.terms, nameOf, term => `${data.id}:${term.code}`) }]
    : [])
}

export function useRegionTree(): TreeNode[] {
  const { nameOf } = useI18n()
  const regions = useTerms('regions')
  return useMemo(() => treeOf(regions, nameOf), [regions, nameOf])
}
