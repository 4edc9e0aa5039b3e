import { z } from 'zod';
import type { Status, StatusCategory } from '../../domain/status.ts';
import { nativeId, nonEmpty, orNull } from './text.ts';

export const statusShape = z.object({
  id: nativeId,
  name: orNull(nonEmpty(255)),
  untranslatedName: orNull(nonEmpty(255)),
  statusCategory: orNull(z.object({ key: orNull(z.string()) })),
});

/** Jira's four categories, by key: names are translated. */
const categories: ReadonlyMap<string, StatusCategory> = new Map([
  ['new', 'TO_DO'],
  ['indeterminate', 'IN_PROGRESS'],
  ['done', 'DONE'],
]);

/** A status of the catalog or of an issue; null for what is none. Its name is the untranslated one where Jira gives it. */
export function readStatus(value: unknown): Status | null {
  const read = statusShape.safeParse(value);
  if (!read.success) return null;
  const { id, name, untranslatedName, statusCategory } = read.data;
  return {
    id,
    name: untranslatedName ?? name ?? id,
    category: categories.get(statusCategory?.key?.toLowerCase() ?? '') ?? 'UNKNOWN',
    deleted: false,
  };
}
