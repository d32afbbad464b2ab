/** `ip[0].number` or `amount.minorUnits`, as the API names a field, in the form's own way: ['ip', 0, 'number']. */
export function fieldPath(name: string): (string | number)[] {
  return name
    .split(/[.[\]]+/)
    .filter(part => part !== '')
    .map(part => (/^\d+$/.test(part) ? Number(part) : part))
}
