import { z } from 'zod';
import type { HistoryEntry } from '../../domain/history.ts';
import type { CustomFields } from './custom-fields.ts';
import { readHistoryItem } from './history-item.ts';
import { readInstant } from './instant.ts';
import { readPerson } from './person.ts';
import { nativeId } from './text.ts';

const entryShape = z.object({
  id: nativeId,
  created: z.unknown().optional(),
  author: z.unknown().optional(),
  items: z.unknown().optional(),
});

/** A changelog entry; null without an id or a possible date, for then it has no place in the order. */
export function readHistoryEntry(value: unknown, custom: CustomFields): HistoryEntry | null {
  const read = entryShape.safeParse(value);
  const at = read.success ? readInstant(read.data.created) : null;
  if (!read.success || !at) return null;
  const items = listOf(read.data.items).map((item) => readHistoryItem(item, custom));
  return {
    id: read.data.id,
    at,
    authorId: readPerson(read.data.author)?.id ?? null,
    items: items.filter((item) => item !== null),
  };
}

/** Items as a list; some arrive as the JSON text of one (METRICS 2.1, rule 17). */
function listOf(items: unknown): readonly unknown[] {
  if (typeof items !== 'string') return Array.isArray(items) ? items : [];
  try {
    const parsed: unknown = JSON.parse(items);
    return Array.isArray(parsed) ? parsed : [parsed];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}
