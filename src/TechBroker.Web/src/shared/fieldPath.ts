/** `ip[0].number` or `amount.minorUnits`, as the API names a field, in the form's own way: ['ip', 0, 'number']. */
export function fieldPath(name: string): (string | number)[] {
  return name
    .split(/[.[\]]+/)
    .filter(part => part !== '')
    .map(part => (/^\d+$/.test(part) ? Number(part) : part))
}

/** The field that holds what an error is about: an input for a whole list or amount has no fields for its parts. */
export function fieldOf(path: readonly (string | number)[], fields: readonly (string | number)[][]): (string | number)[] | undefined {
  return fields
    .filter(field => field.length > 0 && field.length <= path.length && field.every((part, i) => part === path[i]))
    .sort((a, b) => b.length - a.length)[0]
}
