import type { HistoryEntry } from '../domain/history.ts';
import type { Issue } from '../domain/issue.ts';
import type { Remark } from '../domain/remark.ts';

/** Jira writes the comment right after the flag. */
const mostApartMs = 30_000;

/**
 * Why the flag of an issue is up: what the person who put it up wrote within 30 seconds of it, the nearest of several
 * (METRICS 2.1, rule 15). Null for an issue that is not flagged, and where nothing was written.
 */
export function flagReasonOf(
  { flagged }: Issue,
  history: readonly HistoryEntry[],
  remarks: readonly Remark[] = [],
): string | null {
  const entry = history.findLast(({ items }) => items.some(({ field }) => field === 'flagged'));
  const last = entry?.items.findLast(({ field }) => field === 'flagged');
  if (!flagged || !entry || !(last?.to || last?.toName)) return null;
  const apart = ({ at }: Remark): number => Math.abs(at.getTime() - entry.at.getTime());
  const [nearest] = remarks
    .filter((remark) => remark.authorId === entry.authorId && apart(remark) <= mostApartMs)
    .sort((a, b) => apart(a) - apart(b) || a.at.getTime() - b.at.getTime());
  return nearest?.text ?? null;
}
