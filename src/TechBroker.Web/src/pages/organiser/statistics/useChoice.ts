import { useSearchParams } from 'react-router'

/** One of a few, kept in the address; the first where the address names none of them. */
export function useChoice<T extends string>(name: string, all: readonly T[]): [T, (next: T) => void] {
  const [params, setParams] = useSearchParams()
  const asked = params.get(name) as T | null
  const choose = (next: T) => setParams(now => {
    const params = new URLSearchParams(now)
    params.set(name, next)
    return params
  }, { replace: true })
  return [asked !== null && all.includes(asked) ? asked : all[0]!, choose]
}
