import type { HistoryEntry } from '../../domain/history.ts';
import type { Issue } from '../../domain/issue.ts';
import { orderedChanges } from '../../domain/ordered-changes.ts';

/** A time during which the flag of an issue was up for a reason that is known. Unix seconds; `to` is 0 while it is up. */
export interface FlaggedFor {
  readonly reason: string;
  readonly from: number;
  readonly to: number;
}

/** The times a flag was up with a reason, oldest first; what is dated before the creation counts at it. */
export function flagReasons({ createdAt, flagReasons = [] }: Issue, history: readonly HistoryEntry[]): FlaggedFor[] {
  if (flagReasons.length === 0) return [];
  const created = wholeSeconds(createdAt);
  const changes = orderedChanges(history).filter(({ item }) => item.field === 'flagged');
  return flagReasons
    .map(({ at, text }) => {
      const down = changes.find(({ item, entry }) => entry.at > at && !item.to && !item.toName);
      const clamped = (moment: Date): number => Math.max(created, wholeSeconds(moment));
      return { reason: text, from: clamped(at), to: down ? clamped(down.entry.at) : 0 };
    })
    .filter(({ from, to }) => to === 0 || to > from);
}

const wholeSeconds = (at: Date): number => Math.floor(at.getTime() / 1000);
