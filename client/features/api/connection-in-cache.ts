import type { Cache } from '@urql/exchange-graphcache';

/** The cache's key of the viewer's connection; null while none has been answered. */
export function connectionKey(cache: Cache): string | null {
  const viewer = cache.resolve('Query', 'viewer');
  const connection = typeof viewer === 'string' ? cache.resolve(viewer, 'jiraConnection') : null;
  return typeof connection === 'string' ? connection : null;
}

/** Makes fields of the connection old, whatever they were asked with. */
export function invalidateFields(cache: Cache, names: readonly string[]): void {
  const connection = connectionKey(cache);
  if (!connection) return;
  for (const field of cache.inspectFields(connection)) {
    if (names.includes(field.fieldName)) cache.invalidate(connection, field.fieldName, field.arguments);
  }
}
