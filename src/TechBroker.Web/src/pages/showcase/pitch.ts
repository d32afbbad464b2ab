import type { Language } from '../../i18n/format'

/** The line in the reader's language, or in the one that there is. */
export function pitchOf(item: { pitchZh?: string | null; pitchEn?: string | null }, language: Language): string | undefined {
  const [first, second] = language === 'zh' ? [item.pitchZh, item.pitchEn] : [item.pitchEn, item.pitchZh]
  return first?.trim() || second?.trim() || undefined
}
