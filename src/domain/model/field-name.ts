/** A path in the front matter as messages show it: ['roles', 0, 'clause'] → roles[0].clause. */
export function fieldName(field: readonly PropertyKey[]): string {
  if (field.length === 0) return '文件';
  return field
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index > 0 ? '.' : ''}${String(key)}`))
    .join('');
}
