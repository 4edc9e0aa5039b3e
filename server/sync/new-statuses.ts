import type { HistoryEntry } from '../domain/history.ts';
import type { Status } from '../domain/status.ts';

/**
 * Statuses to store because issues are in them or have been: those in use that are not stored yet, or were thought
 * deleted; and, as deleted ones of unknown category, those that only histories name.
 */
export function newStatuses(
  known: ReadonlyMap<string, Status>,
  inUse: readonly Status[],
  histories: ReadonlyMap<string, readonly HistoryEntry[]>,
): Status[] {
  const found = new Map<string, Status>();
  for (const status of inUse) if (known.get(status.id)?.deleted !== false) found.set(status.id, status);
  const remember = (id: string | null, name: string | null): void => {
    if (!id || known.has(id) || found.has(id)) return;
    found.set(id, { id, name: name ?? id, category: 'UNKNOWN', deleted: true });
  };
  for (const entries of histories.values())
    for (const { items } of entries)
      for (const item of items) {
        if (item.field !== 'status') continue;
        remember(item.from, item.fromName);
        remember(item.to, item.toName);
      }
  return [...found.values()];
}
