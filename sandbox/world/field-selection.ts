import type { JsonObject } from './json.ts';

/** Which fields a caller asked for: `*all`, `*navigable`, names, and `-name` to leave one out. */
export interface FieldSelection {
  /** The same for equal selections: a cache key. */
  readonly name: string;
  readonly picks: (fieldId: string) => boolean;
}

/**
 * Reads the `fields` parameter (a list whose entries may themselves be comma lists). `standard` stands for an absent one:
 * `id` on search/jql, `*all` on GET issue, `*navigable` on issue/bulkfetch.
 */
export function readFieldSelection(
  asked: readonly string[] | undefined,
  standard: '*all' | '*navigable' | 'id',
  fields: readonly JsonObject[],
): FieldSelection {
  const words = (asked ?? []).flatMap((entry) => entry.split(',')).map((word) => word.trim());
  const named = words.filter((word) => word !== '');
  const positive = named.filter((word) => !word.startsWith('-'));
  const wanted = new Set(
    positive.length > 0 ? positive : [standard === 'id' && named.length > 0 ? '*navigable' : standard],
  );
  const unwanted = new Set(named.filter((word) => word.startsWith('-')).map((word) => word.slice(1)));
  const hidden = new Set(fields.filter((field) => field.navigable === false).map((field) => String(field.id)));
  const picks = (id: string) =>
    !unwanted.has(id) && (wanted.has(id) || wanted.has('*all') || (wanted.has('*navigable') && !hidden.has(id)));
  return { name: `${[...wanted].sort().join()}-${[...unwanted].sort().join()}`, picks };
}
