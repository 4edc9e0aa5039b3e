import type { JsonObject } from './json.ts';

export type CategoryKey = 'undefined' | 'new' | 'indeterminate' | 'done';

/** The four status categories, the same on every site: ids, keys and colours as in GET /statuscategory. */
export function statusCategory(key: CategoryKey, siteUrl: string, name?: string): JsonObject {
  const [id, english, colorName] = known[key];
  return { self: `${siteUrl}/rest/api/3/statuscategory/${id}`, id, key, colorName, name: name ?? english };
}

const known: Record<CategoryKey, readonly [number, string, string]> = {
  undefined: [1, 'No Category', 'medium-gray'],
  new: [2, 'To Do', 'blue-gray'],
  indeterminate: [4, 'In Progress', 'yellow'],
  done: [3, 'Done', 'green'],
};

export const categoryKeys: readonly CategoryKey[] = ['undefined', 'new', 'indeterminate', 'done'];
