import type { HistoryEntry } from '../domain/history.ts';
import type { FlagReason, Issue } from '../domain/issue.ts';
import type { Remark } from '../domain/remark.ts';

/** Jira writes the comment right after the flag. */
const mostApartMs = 30_000;
/** What is kept of a flag that may be long down: enough to tell one reason from another. */
const mostReasons = 50;
const mostText = 200;

/**
 * Why the flag of an issue is up: what the person who put it up wrote within 30 seconds of it, the nearest of several
 * (METRICS 2.1, rule 15). Null for an issue that is not flagged, and where nothing was written.
 */
export function flagReasonOf(
  { flagged }: Issue,
  history: readonly HistoryEntry[],
  remarks: readonly Remark[] = [],
): string | null {
  const last = history.findLast((entry) => flagItem(entry) !== undefined);
  return flagged && last && isRaised(last) ? writtenWith(last, remarks) : null;
}

/** The same for each time the flag went up and something was written, the last 50, the beginning of each text. */
export function flagReasonsOf(history: readonly HistoryEntry[], remarks: readonly Remark[] = []): FlagReason[] {
  if (remarks.length === 0) return [];
  return history
    .filter(isRaised)
    .flatMap((entry) => {
      const text = writtenWith(entry, remarks);
      return text === null ? [] : [{ at: entry.at, text: beginning(text) }];
    })
    .slice(-mostReasons);
}

const flagItem = ({ items }: HistoryEntry) => items.findLast(({ field }) => field === 'flagged');

function isRaised(entry: HistoryEntry): boolean {
  const item = flagItem(entry);
  return Boolean(item?.to || item?.toName);
}

function writtenWith({ at: raisedAt, authorId }: HistoryEntry, remarks: readonly Remark[]): string | null {
  const apart = ({ at }: Remark): number => Math.abs(at.getTime() - raisedAt.getTime());
  const [nearest] = remarks
    .filter((remark) => remark.authorId === authorId && apart(remark) <= mostApartMs)
    .sort((a, b) => apart(a) - apart(b) || a.at.getTime() - b.at.getTime());
  return nearest?.text ?? null;
}

/** Without half of a surrogate pair at its end. */
const beginning = (text: string): string =>
  text
    .slice(0, mostText)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd();
