import type { HistoryEntry, HistoryItem } from './history.ts';

/** One changed field with the entry it is part of. */
export interface Change {
  readonly entry: HistoryEntry;
  readonly item: HistoryItem;
}

/** Every change in the order in which it happened: by full timestamp, then numeric history id, then position (METRICS 2.1, rule 2). */
export function orderedChanges(history: readonly HistoryEntry[]): Change[] {
  return [...history].sort(inOrder).flatMap((entry) => entry.items.map((item) => ({ entry, item })));
}

function inOrder(a: HistoryEntry, b: HistoryEntry): number {
  return a.at.getTime() - b.at.getTime() || byNumericId(a.id, b.id);
}

/** Ids outgrow exact numbers; digits of one length compare as texts. */
function byNumericId(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
