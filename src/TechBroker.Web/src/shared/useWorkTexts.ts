import { useEffect } from 'react'
import { useI18n } from '../i18n'

/** For what stands on a visitors' page but speaks of work: asks for the texts of work, and says whether they are here. */
export function useWorkTexts(): boolean {
  const { hasWorkTexts, loadWorkTexts } = useI18n()
  useEffect(() => {
    if (!hasWorkTexts) {
      loadWorkTexts()
    }
  }, [hasWorkTexts, loadWorkTexts])
  return hasWorkTexts
}
