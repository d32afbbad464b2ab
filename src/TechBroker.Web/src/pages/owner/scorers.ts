const known = ['text', 'crossLanguage', 'field', 'readiness', 'cooperation', 'price', 'region', 'intellectualProperty', 'timing', 'quantities'] as const

/** The text that names a scorer; a later version of the server may have others. */
export function scorerKey(scorer: string) {
  const found = known.find(name => name === scorer)
  return found ? (`owner.scorer.${found}` as const) : 'owner.scorer.other'
}
