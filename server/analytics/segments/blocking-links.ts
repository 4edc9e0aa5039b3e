import type { HistoryEntry } from '../../domain/history.ts';
import type { Issue } from '../../domain/issue.ts';
import { orderedChanges } from '../../domain/ordered-changes.ts';

/** A time during which an issue was linked as blocked by another. Unix seconds; `to` is 0 while the link is there. */
export interface BlockingLink {
  /** Key that the blocker had when the link was made. */
  readonly blocker: string;
  readonly from: number;
  readonly to: number;
}

/**
 * The links "is blocked by" of an issue, by when they were made (METRICS 2.1, rule 16). A changelog names a link by its
 * words, "This issue is blocked by ABC-1", and the other issue's key. A link of whose making nothing is recorded was made
 * with the issue; what is dated before the creation counts at it.
 */
export function blockingLinks(issue: Issue, history: readonly HistoryEntry[]): BlockingLink[] {
  const created = Math.floor(issue.createdAt.getTime() / 1000);
  const links: { blocker: string; from: number; to: number }[] = [];
  for (const { item, entry } of orderedChanges(history)) {
    if (item.field !== 'link') continue;
    const at = Math.max(created, Math.floor(entry.at.getTime() / 1000));
    const removed = blockerIn(item.from, item.fromName);
    const made = blockerIn(item.to, item.toName);
    const open = links.find((link) => link.blocker === removed && link.to === 0);
    if (removed !== null && open) open.to = at;
    else if (removed !== null && !links.some((link) => link.blocker === removed))
      links.push({ blocker: removed, from: created, to: at });
    if (made !== null && !links.some((link) => link.blocker === made && link.to === 0))
      links.push({ blocker: made, from: at, to: 0 });
  }
  return links.filter(({ from, to }) => to === 0 || to > from).sort((a, b) => a.from - b.from);
}

/** The other issue's key, when the words say that it blocks this one. */
function blockerIn(key: string | null, words: string | null): string | null {
  return key && words && /\bis blocked by\b/i.test(words) ? key.toUpperCase() : null;
}
